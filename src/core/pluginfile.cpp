#include "core/pluginfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace braketeer::core {

QStringList pluginFolders()
{
    const QDir program(QCoreApplication::applicationDirPath());
    QStringList found{program.path()};
    // BRAKETEER_LIBDIR is relative to the program's folder.
    for (const auto relative : {QLatin1StringView(BRAKETEER_LIBDIR), "../lib/braketeer"_L1})
        found.append(QDir::cleanPath(program.filePath(relative)));
    found.removeDuplicates();
    return found;
}

QString pluginFile(QLatin1StringView fileName)
{
    const QStringList folders = pluginFolders();
    for (const QString &folder : folders) {
        QString path = QDir(folder).filePath(fileName);
        if (QFileInfo::exists(path))
            return path;
    }
    return {};
}

} // namespace braketeer::core
