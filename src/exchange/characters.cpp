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

} // namespace braketeer::exchange
