#pragma once

#include "exchange/exported.h"

#include <QString>
#include <QStringList>

namespace braketeer::exchange {

/// One top-level member as parameters of New-BRKTJob.
struct CmdletParameters
{
    QStringList parameters; ///< `-JobName 'bell'`, several for a structure, none where nothing can be carried
    QStringList statements; ///< lines that must stand before the call
    QStringList leftOut;    ///< paths of what no parameter carries
};

CmdletParameters cmdletParameters(const ExportMember &member);

} // namespace braketeer::exchange
