#include "exchange/shorthand/grammar.h"

#include <QChar>

namespace braketeer::exchange {
namespace {

constexpr char32_t lastBasicCharacter = 0xFFFF;

bool isIn(char32_t character, QStringView set)
{
    return character <= lastBasicCharacter && set.contains(QChar(char16_t(character)));
}

} // namespace

bool isShorthandKeyCharacter(char32_t character)
{
    return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z')
           || (character >= U'0' && character <= U'9') || isIn(character, u"-_.#/:");
}

bool beginsShorthandValue(char32_t character)
{
    return character > 0x20 && character <= lastBasicCharacter && !isIn(character, u"\"',=[{");
}

bool continuesFirstValue(char32_t character)
{
    return isPythonSpace(character)
           || (character > 0x20 && character <= lastBasicCharacter && !isIn(character, u"\"',]}"));
}

bool continuesSecondValue(char32_t character)
{
    return isPythonSpace(character)
           || (character > 0x20 && character <= lastBasicCharacter && !isIn(character, u"\"',="));
}

bool isPythonSpace(char32_t character)
{
    return QChar::isSpace(character) || (character >= 0x1C && character <= 0x1F);
}

bool isShorthandBlank(char32_t character)
{
    return isIn(character, u" \t\n\r\v\f");
}

} // namespace braketeer::exchange
