#include "archive/stop.h"

#include <QCoreApplication>

namespace braketeer::archive {

core::Error stopped()
{
    core::Error error;
    error.kind = core::Error::Kind::Cancelled;
    error.message = QCoreApplication::translate("Archive", "Stopped.");
    return error;
}

} // namespace braketeer::archive
