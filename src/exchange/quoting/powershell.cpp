#include "exchange/quoting/powershell.h"

#include "exchange/quoting/runtimeargument.h"

#include <algorithm>

namespace braketeer::exchange {
namespace {

bool isAsciiLetter(QChar character)
{
    const char16_t lower = character.unicode() | 0x20;
    return lower >= u'a' && lower <= u'z';
}

bool standsBare(QStringView word)
{
    return !word.isEmpty() && isAsciiLetter(word.front()) && std::ranges::all_of(word, [](QChar character) {
        return isAsciiLetter(character) || (character >= u'0' && character <= u'9') || character == u'-';
    });
}

bool isSingleQuote(QChar character)
{
    return character == u'\'' || (character >= u'\u2018' && character <= u'\u201B');
}

} // namespace

QString quotePowerShell(QStringView word)
{
    if (standsBare(word))
        return word.toString();
    QString quoted;
    quoted.reserve(word.size() + 2);
    quoted += u'\'';
    for (const QChar character : word) {
        if (isSingleQuote(character))
            quoted += character;
        quoted += character;
    }
    quoted += u'\'';
    return quoted;
}

std::optional<QString> quotePowerShell7(QStringView argument)
{
    return quotePowerShell(argument);
}

std::optional<QString> quotePowerShell51(QStringView argument)
{
    // What PowerShell calls white space is all of Unicode's, more than the program splits at.
    const bool hasSpace = std::ranges::any_of(argument, [](QChar character) { return character.isSpace(); });
    // 5.1 reads a script without byte-order mark in the system's code page, where the second byte of a Cyrillic letter
    // is a single quote: what follows it would run.
    const bool isMisread = std::ranges::any_of(argument, [](QChar character) { return character.unicode() >= 0x80; });
    const bool isLost = argument.isEmpty();
    const bool isSplit = hasSpace && argument.contains(u'"');
    const bool swallowsQuote = hasSpace && argument.endsWith(u'\\');
    if (isMisread || isLost || isSplit || swallowsQuote)
        return std::nullopt;
    return quotePowerShell(escapeForRuntime(argument, AtEnd::Nothing));
}

} // namespace braketeer::exchange
