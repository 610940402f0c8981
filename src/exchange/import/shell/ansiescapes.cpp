#include "exchange/import/shell/ansiescapes.h"

#include "exchange/textcheck.h"

#include <QByteArray>

namespace braketeer::exchange {
namespace {

int digitValue(QChar character, int base)
{
    const char16_t code = character.unicode();
    int value = base;
    if (code >= u'0' && code <= u'9')
        value = code - u'0';
    else if (code >= u'a' && code <= u'f')
        value = code - u'a' + 10;
    else if (code >= u'A' && code <= u'F')
        value = code - u'A' + 10;
    return value < base ? value : -1;
}

std::optional<char32_t> readDigits(QStringView text, qsizetype &at, int most, int base)
{
    char32_t value = 0;
    int count = 0;
    while (count < most && at < text.size() && digitValue(text.at(at), base) >= 0) {
        value = value * char32_t(base) + char32_t(digitValue(text.at(at), base));
        ++at;
        ++count;
    }
    return count > 0 ? std::optional(value) : std::nullopt;
}

/// The byte of a one-letter escape; 0 where there is none.
char simpleEscape(QChar character)
{
    switch (character.unicode()) {
    case u'a':
        return '\a';
    case u'b':
        return '\b';
    case u'e':
    case u'E':
        return '\x1b';
    case u'f':
        return '\f';
    case u'n':
        return '\n';
    case u'r':
        return '\r';
    case u't':
        return '\t';
    case u'v':
        return '\v';
    case u'\\':
    case u'\'':
    case u'"':
    case u'?':
        return char(character.unicode());
    default:
        return 0;
    }
}

QByteArray utf8Of(char32_t character)
{
    QString text;
    appendCharacter(text, character);
    return text.toUtf8();
}

/// One escape, `at` behind the backslash.
void readEscape(QStringView text, qsizetype &at, QByteArray &utf8)
{
    const QChar kind = text.at(at);
    if (const char simple = simpleEscape(kind)) {
        utf8 += simple;
        ++at;
    } else if (kind == u'x' || kind == u'u' || kind == u'U') {
        ++at;
        const auto value = readHexDigits(text, at, kind == u'x' ? 2 : kind == u'u' ? 4 : 8);
        if (!value)
            utf8 += "\\" + QByteArray(1, char(kind.unicode()));
        else if (kind == u'x')
            utf8 += char(*value);
        else
            utf8 += utf8Of(*value);
    } else if (const auto octal = readDigits(text, at, 3, 8)) {
        utf8 += char(*octal);
    } else {
        utf8 += '\\';
    }
}

} // namespace

void appendCharacter(QString &text, char32_t character)
{
    if (character > QChar::LastValidCodePoint)
        character = QChar::ReplacementCharacter;
    if (QChar::requiresSurrogates(character))
        text += QChar(QChar::highSurrogate(character));
    text += QChar::requiresSurrogates(character) ? QChar(QChar::lowSurrogate(character)) : QChar(char16_t(character));
}

std::optional<char32_t> readHexDigits(QStringView text, qsizetype &at, int most)
{
    return readDigits(text, at, most, 16);
}

std::optional<QString> readAnsiEscapes(QStringView text, qsizetype &at)
{
    QByteArray utf8;
    qsizetype from = at;
    while (at < text.size()) {
        const QChar character = text.at(at);
        if (character != u'\'' && character != u'\\') {
            ++at;
            continue;
        }
        utf8 += text.sliced(from, at - from).toUtf8();
        ++at;
        if (character == u'\'')
            return textOf(utf8);
        if (at >= text.size())
            break;
        readEscape(text, at, utf8);
        from = at;
    }
    return std::nullopt;
}

} // namespace braketeer::exchange
