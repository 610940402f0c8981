#include "store/paths.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

const QString programFolder = u"/braketeer"_s;

QString overridden(const QProcessEnvironment &environment)
{
    return environment.value(u"BRAKETEER_DATA_DIR"_s);
}

} // namespace

QString dataFolder(const QProcessEnvironment &environment)
{
    if (const QString folder = overridden(environment); !folder.isEmpty())
        return QDir::cleanPath(QDir(folder).absolutePath());
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + programFolder;
}

QString historyFile(const QString &dataFolder, bool demo)
{
    return dataFolder + (demo ? u"/demo.sqlite"_s : u"/history.sqlite"_s);
}

QString draftFile(const QString &dataFolder, bool demo)
{
    return dataFolder + (demo ? u"/demo-draft.json"_s : u"/draft.json"_s);
}

QString demoServiceFile(const QString &dataFolder)
{
    return dataFolder + u"/demo-service.json"_s;
}

QString templatesFolder(const QString &dataFolder)
{
    return dataFolder + u"/templates"_s;
}

QString settingsFile(const QProcessEnvironment &environment)
{
    const QString folder = overridden(environment).isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + programFolder
                               : dataFolder(environment);
    return folder + u"/braketeer.ini"_s;
}

} // namespace braketeer::store
