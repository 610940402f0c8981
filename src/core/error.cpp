#include "core/error.h"

#include <QCoreApplication>
#include <QStringList>

namespace braketeer::core {

QString Error::text() const
{
    QStringList parts{message};
    if (!suggestion.isEmpty())
        parts << suggestion;
    if (!requestId.isEmpty())
        parts << QCoreApplication::translate("Error", "(request %1)").arg(requestId);
    return parts.join(u' ');
}

} // namespace braketeer::core
