#include "exchange/quoting/posixsh.h"

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

bool needsNoQuotes(QChar character)
{
    return character.unicode() < 0x80 && (character.isLetterOrNumber() || u"@%+=:,./-_"_s.contains(character));
}

} // namespace

QString quotePosix(QStringView word)
{
    // zsh replaces a word that begins with = by the path of the command it names.
    if (!word.isEmpty() && !word.startsWith(u'=') && std::ranges::all_of(word, needsNoQuotes))
        return word.toString();
    QString quoted;
    quoted.reserve(word.size() + 2);
    quoted += u'\'';
    for (const QChar character : word) {
        if (character == u'\'')
            quoted += "'\\''"_L1;
        else if (!character.isNull())
            quoted += character;
    }
    quoted += u'\'';
    return quoted;
}

} // namespace braketeer::exchange
