#include "exchange/characters.h"

namespace braketeer::exchange {

QList<char32_t> charactersOf(QStringView text)
{
    QList<char32_t> characters;
    characters.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text.at(i);
        const bool isPair = unit.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        characters.append(isPair ? QChar::surrogateToUcs4(unit, text.at(i)) : unit.unicode());
    }
    return characters;
}

qsizetype plainLength(QStringView text)
{
    qsizetype length = 0;
    while (length < text.size()) {
        const char16_t unit = text.at(length).unicode();
        if (unit < 0x20 || unit >= 0x7F || unit == u'"' || unit == u'\\')
            break;
        ++length;
    }
    return length;
}

void appendUnicodeEscape(QString &out, char32_t character)
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    const bool isLong = character > 0xFFFF;
    char16_t escape[10] = {u'\\', isLong ? u'U' : u'u'};
    const int length = isLong ? 8 : 4;
    for (int i = 0; i < length; ++i)
        escape[2 + i] = digits[character >> (4 * (length - 1 - i)) & 0xF];
    out += QStringView(escape, 2 + length);
}

} // namespace braketeer::exchange
