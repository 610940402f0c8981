#include "gui/storage/previewtext.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

bool looksLikeText(const QByteArray &bytes)
{
    if (bytes.contains('\0'))
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes); // half a character at the end is none yet, and no error
    return !decoder.hasError() && !text.contains(QChar::ReplacementCharacter);
}

QChar separatorOf(const QString &text)
{
    const QString first = text.section(u'\n', 0, 0);
    QChar best = u',';
    for (const QChar candidate : {u';', u'\t'}) {
        if (first.count(candidate) > first.count(best))
            best = candidate;
    }
    return best;
}

} // namespace

QByteArray imageFormat(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png"_ba;
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg"_ba;
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "gif"_ba;
    // "BM" alone begins many a text.
    return bytes.startsWith("BM") && bytes.size() > 14 && bytes.mid(6, 4) == QByteArray(4, '\0') ? "bmp"_ba : ""_ba;
}

PreviewKind previewKind(const QByteArray &bytes, const QString &name)
{
    if (!imageFormat(bytes).isEmpty())
        return PreviewKind::Image;
    if (!looksLikeText(bytes))
        return PreviewKind::Binary;
    if (name.endsWith(".csv"_L1, Qt::CaseInsensitive) || name.endsWith(".tsv"_L1, Qt::CaseInsensitive))
        return PreviewKind::Table;
    const QByteArray trimmed = bytes.left(200).trimmed();
    const bool json = name.endsWith(".json"_L1, Qt::CaseInsensitive)
                      && (trimmed.startsWith('{') || trimmed.startsWith('['));
    return json ? PreviewKind::Json : PreviewKind::Text;
}

QString previewText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    return decoder.decode(bytes);
}

QString indentedJson(const QString &json)
{
    QString out;
    int depth = 0;
    bool inText = false;
    const auto newLine = [&] { out += u'\n' + QString(qsizetype(qMin(depth, 40)) * 2, u' '); };
    for (qsizetype at = 0; at < json.size(); ++at) {
        const QChar letter = json.at(at);
        if (inText) {
            out += letter;
            if (letter == u'\\' && at + 1 < json.size())
                out += json.at(++at);
            else if (letter == u'"')
                inText = false;
            continue;
        }
        if (letter.isSpace())
            continue;
        if (letter == u'}' || letter == u']') {
            depth = qMax(depth - 1, 0);
            newLine();
        }
        out += letter;
        inText = letter == u'"';
        if (letter == u'{' || letter == u'[')
            ++depth;
        if (letter == u'{' || letter == u'[' || letter == u',')
            newLine();
        else if (letter == u':')
            out += u' ';
    }
    return out;
}

QList<QStringList> tableRows(const QString &text, bool truncated, int mostRows, int mostColumns)
{
    const QChar separator = separatorOf(text);
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const auto endCell = [&] {
        if (row.size() < mostColumns)
            row.append(cell);
        cell.clear();
    };
    for (qsizetype at = 0; at < text.size() && rows.size() < mostRows; ++at) {
        const QChar letter = text.at(at);
        if (quoted && letter == u'"' && at + 1 < text.size() && text.at(at + 1) == u'"') {
            cell += letter;
            ++at;
        } else if (letter == u'"' && (quoted || cell.isEmpty())) {
            quoted = !quoted;
        } else if (!quoted && letter == separator) {
            endCell();
        } else if (!quoted && letter == u'\n') {
            endCell();
            rows.append(std::exchange(row, {}));
        } else if (letter != u'\r' || quoted) {
            cell += letter;
        }
    }
    const bool rest = !cell.isEmpty() || !row.isEmpty();
    if (rest && !truncated && rows.size() < mostRows) {
        endCell();
        rows.append(row);
    }
    return rows;
}

QString hexLines(const QByteArray &bytes)
{
    constexpr qsizetype width = 16;
    QString out;
    for (qsizetype at = 0; at < bytes.size(); at += width) {
        const QByteArray line = bytes.mid(at, width);
        QString letters;
        for (const char letter : line)
            letters += letter >= 0x20 && letter < 0x7f ? QLatin1Char(letter) : QLatin1Char('.');
        out += u"%1  %2  %3\n"_s.arg(at, 6, 16, QChar(u'0'))
                   .arg(QString::fromLatin1(line.toHex(' ')).leftJustified(width * 3 - 1), letters);
    }
    return out;
}

} // namespace braketeer::gui
