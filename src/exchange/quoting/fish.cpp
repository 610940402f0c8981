#include "exchange/quoting/fish.h"

#include <algorithm>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

namespace {

/// Without %, which old versions expand, and without everything that any version gives a meaning to.
bool needsNoQuotes(QChar character)
{
    return character.unicode() < 0x80 && (character.isLetterOrNumber() || u"@+=:,./-_"_s.contains(character));
}

} // namespace

QString quoteFish(QStringView word)
{
    if (!word.isEmpty() && std::ranges::all_of(word, needsNoQuotes))
        return word.toString();
    QString quoted;
    quoted.reserve(word.size() + 2);
    quoted += u'\'';
    for (const QChar character : word) {
        if (character == u'\'' || character == u'\\')
            quoted += u'\\';
        if (!character.isNull())
            quoted += character;
    }
    quoted += u'\'';
    return quoted;
}

} // namespace braketeer::exchange
