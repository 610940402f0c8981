#include "exchange/quoting/cmd.h"

#include "exchange/quoting/runtimeargument.h"

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

bool needsNoQuotes(QChar character)
{
    return character.unicode() < 0x80 && (character.isLetterOrNumber() || u"-./:_"_s.contains(character));
}

bool isQuotable(QChar character)
{
    return character >= u' ' && character < u'\x7F' && character != u'%' && character != u'!';
}

bool actsOutsideQuotes(QChar character)
{
    return u"&|<>^()"_s.contains(character);
}

} // namespace

std::optional<QString> quoteCmd(QStringView argument)
{
    if (!std::ranges::all_of(argument, isQuotable))
        return std::nullopt;
    const qsizetype quotes = argument.count(u'"');
    // An odd number would leave cmd inside its quotes at the end, where it continues no line.
    if (quotes % 2 == 1 || (quotes > 0 && std::ranges::any_of(argument, actsOutsideQuotes)))
        return std::nullopt;
    if (!argument.isEmpty() && std::ranges::all_of(argument, needsNoQuotes))
        return argument.toString();
    return u'"' + escapeForRuntime(argument, AtEnd::Quote) + u'"';
}

} // namespace braketeer::exchange
