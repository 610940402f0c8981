#include "exchange/import/python/pyliterals.h"

#include "exchange/import/shell/ansiescapes.h"

#include <QHash>

namespace braketeer::exchange {
namespace {

constexpr qsizetype longestPrefix = 2;

bool isQuote(QChar character)
{
    return character == u'\'' || character == u'"';
}

qsizetype prefixLength(QStringView text, qsizetype at)
{
    qsizetype length = 0;
    while (length <= longestPrefix && at + length < text.size()
           && QStringView(u"rRuUbBfF").contains(text.at(at + length)))
        ++length;
    return length <= longestPrefix && at + length < text.size() && isQuote(text.at(at + length)) ? length : -1;
}

void appendOctal(QStringView text, qsizetype &at, QString &result)
{
    char32_t value = 0;
    for (int count = 0; count < 3 && at < text.size() && text.at(at) >= u'0' && text.at(at) <= u'7'; ++count)
        value = value * 8 + char32_t(text.at(at++).unicode() - u'0');
    appendCharacter(result, value);
}

/// One escape, `at` behind the backslash; one that Python does not know keeps its backslash.
void appendEscape(QStringView text, qsizetype &at, QString &result)
{
    static const QHash<QChar, QChar> simple{{u'\\', u'\\'}, {u'\'', u'\''}, {u'"', u'"'},  {u'a', u'\a'},
                                            {u'b', u'\b'},  {u'f', u'\f'},  {u'n', u'\n'}, {u'r', u'\r'},
                                            {u't', u'\t'},  {u'v', u'\v'}};
    const QChar kind = text.at(at);
    if (kind == u'\n') {
        ++at;
    } else if (simple.contains(kind)) {
        result += simple.value(kind);
        ++at;
    } else if (kind >= u'0' && kind <= u'7') {
        appendOctal(text, at, result);
    } else if (kind == u'x' || kind == u'u' || kind == u'U') {
        ++at;
        const auto value = readHexDigits(text, at, kind == u'x' ? 2 : kind == u'u' ? 4 : 8);
        if (value)
            appendCharacter(result, *value);
        else
            result += u'\\' + QString(kind);
    } else {
        result += u'\\';
    }
}

} // namespace

bool beginsPyString(QStringView text, qsizetype at)
{
    return prefixLength(text, at) >= 0;
}

std::optional<PyString> readPyString(QStringView text, qsizetype &at)
{
    const qsizetype prefix = prefixLength(text, at);
    if (prefix < 0)
        return std::nullopt;
    const QStringView letters = text.sliced(at, prefix);
    PyString literal;
    literal.formatted = letters.contains(u'f', Qt::CaseInsensitive);
    const bool keepsEscapes = literal.formatted || letters.contains(u'r', Qt::CaseInsensitive);
    qsizetype end = at + prefix;
    const QChar quote = text.at(end);
    const bool triple = text.sliced(end).startsWith(QString(3, quote));
    end += triple ? 3 : 1;
    while (end < text.size()) {
        const QChar character = text.at(end);
        if (character == quote && (!triple || text.sliced(end).startsWith(QString(3, quote)))) {
            at = end + (triple ? 3 : 1);
            return literal;
        }
        if (character == u'\n' && !triple)
            return std::nullopt;
        ++end;
        if (character != u'\\' || end >= text.size()) {
            literal.text += character;
        } else if (keepsEscapes) {
            literal.text += character;
            literal.text += text.at(end++);
        } else {
            appendEscape(text, end, literal.text);
        }
    }
    return std::nullopt;
}

} // namespace braketeer::exchange
