#include "demoservice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace braketeer::apps {

core::Result<std::unique_ptr<DemoService>> loadDemoService(QString dataFolder)
{
    const QDir program(QCoreApplication::applicationDirPath());
    // BRAKETEER_LIBDIR is relative to the program's folder, so that an installation can be moved.
    for (const auto relative : {QLatin1StringView(BRAKETEER_LIBDIR), "../lib/braketeer"_L1}) {
        const QString path = QDir::cleanPath(program.filePath(relative + "/libbraketeer_demo.so"_L1));
        if (!QFileInfo::exists(path))
            continue;
        QPluginLoader loader(path); // goes without unloading: the service's code must stay
        if (const auto *factory = qobject_cast<DemoFactory *>(loader.instance()))
            return factory->create(std::move(dataFolder));
        return core::fail(core::Error::Kind::Usage,
                          QCoreApplication::translate("Demo", "The demo cannot start: %1 cannot be loaded: %2")
                              .arg(path, loader.errorString()));
    }
    return core::fail(core::Error::Kind::Usage,
                      QCoreApplication::translate(
                          "Demo", "The demo cannot start: libbraketeer_demo.so is missing. Install Braketeer again."));
}

} // namespace braketeer::apps
