#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

namespace braketeer::core {

/// Where the program's plugins may lie: beside the program, and in the library folder of its installation or build,
/// which is found from the program's place, so that an installation can be moved.
QStringList pluginFolders();

/// The plugin of this file name; empty when it is in none of those folders.
QString pluginFile(QLatin1StringView fileName);

} // namespace braketeer::core
