#include "exchange/import/shell/capture.h"

#include "exchange/textcheck.h"

#include <QCoreApplication>

namespace braketeer::exchange {

using core::Error; // without core:: in front of a function lupdate finds its texts

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

/// The index of the quote that closes the one at `open`, or -1.
qsizetype closingQuote(QStringView text, qsizetype open)
{
    const QChar quote = text.at(open);
    for (qsizetype i = open + 1; i < text.size(); ++i) {
        if (text.at(i) == quote)
            return i;
        if (quote == u'"' && text.at(i) == u'\\')
            ++i;
    }
    return -1;
}

} // namespace

qsizetype endOfBrackets(QStringView text, qsizetype open)
{
    const QChar opener = text.at(open);
    const QChar closer = opener == u'(' ? u')' : opener == u'[' ? u']' : u'}';
    qsizetype depth = 0;
    for (qsizetype i = open; i < text.size(); ++i) {
        const QChar character = text.at(i);
        if (character == opener) {
            ++depth;
        } else if (character == closer) {
            if (--depth == 0)
                return i + 1;
        } else if (character == u'\\') {
            ++i;
        } else if (character == u'\'' || character == u'"') {
            i = closingQuote(text, i);
            if (i < 0)
                return -1;
        }
    }
    return -1;
}

Error brokenCommand(QStringView text, qsizetype at, const QString &why)
{
    const QByteArray utf8 = text.first(qMin(at, text.size())).toUtf8();
    Error error;
    error.message =
        Text::tr("The command cannot be read at %1: %2.").arg(placeName(positionAt(utf8, utf8.size())), why);
    error.suggestion = Text::tr("Copy the whole command once more, or say which shell it was written for.");
    return error;
}

QString lookAhead(QStringView text, qsizetype at, qsizetype most)
{
    QStringView ahead = text.sliced(at, qMin(most, text.size() - at));
    if (!ahead.isEmpty() && ahead.back().isHighSurrogate())
        ahead.chop(1);
    return ahead.toString();
}

bool isNameCharacter(QChar character)
{
    return character == u'_' || (character.unicode() < 0x80 && character.isLetterOrNumber());
}

qsizetype endOfName(QStringView text, qsizetype from)
{
    if (from >= text.size() || (text.at(from).unicode() < 0x80 && text.at(from).isDigit()))
        return from;
    qsizetype end = from;
    while (end < text.size() && isNameCharacter(text.at(end)))
        ++end;
    return end;
}

} // namespace braketeer::exchange
