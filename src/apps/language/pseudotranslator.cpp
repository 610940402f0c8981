#include "apps/language/pseudotranslator.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace braketeer::apps {
namespace {

constexpr QStringView plain = u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr QStringView accented = u"áƀçđéƒğĥíĵķłṁñóṗɋŕšţúṽŵẋýžÁƁÇÐÉƑĞĤÍĴĶŁṀÑÓṖɊŔŠŢÚṼŴẊÝŽ";
static_assert(plain.size() == accented.size());

QString withAccents(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar character : text) {
        const qsizetype at = plain.indexOf(character);
        result.append(at < 0 ? character : accented.at(at));
    }
    return result;
}

/// `count` characters that can be broken into lines as words can.
QString filling(qsizetype count)
{
    constexpr int wordLength = 7;
    QString result;
    for (qsizetype i = 0; i < count; ++i)
        result.append((i + 1) % (wordLength + 1) == 0 ? u' ' : u'~');
    return result;
}

/// Qt's classes, by their names: translated texts of theirs are names of keys and directions too, not only words.
bool isQtContext(const char *context)
{
    return context && context[0] == 'Q' && context[1] >= 'A' && context[1] <= 'Z';
}

/// The part that a file dialog reads: " (*.json *.yaml)" at the end.
qsizetype filterPattern(const QString &text)
{
    static const QRegularExpression pattern(u" \\(\\*[^)]*\\)$"_s);
    const auto match = pattern.match(text);
    return match.hasMatch() ? match.capturedStart() : text.size();
}

} // namespace

QString PseudoTranslator::translate(const char *context, const char *sourceText, const char *, int) const
{
    const QString source = QString::fromUtf8(sourceText);
    if (source.isEmpty() || isQtContext(context))
        return {};
    // In this order: entities begin as mnemonics do.
    static const QRegularExpression kept(
        u"</?[A-Za-z][^<>]*>|&(?:#\\d+|#x[0-9A-Fa-f]+|[A-Za-z]+);|%L?\\d{1,2}|%L?n|&."_s);
    const qsizetype end = filterPattern(source);
    const QString text = source.first(end);
    QString result;
    qsizetype done = 0;
    qsizetype shown = text.size();
    for (const auto &match : kept.globalMatch(text)) {
        result += withAccents(QStringView(text).sliced(done, match.capturedStart() - done)) + match.captured();
        done = match.capturedEnd();
        shown -= match.captured().startsWith(u'<') ? match.capturedLength() : 0;
    }
    result += withAccents(QStringView(text).sliced(done));
    const qsizetype longer = (shown * 2 + 4) / 5;
    return u'[' + result + filling(longer) + u']' + source.sliced(end);
}

bool PseudoTranslator::isEmpty() const
{
    return false;
}

} // namespace braketeer::apps
