#include "exchange/json/numbertext.h"

#include <QRegularExpression>

namespace braketeer::exchange {

using namespace Qt::StringLiterals;

bool isJsonNumber(const QString &text)
{
    static const QRegularExpression pattern(u"^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?\\z"_s);
    return pattern.match(text).hasMatch();
}

} // namespace braketeer::exchange
