#include "demoservice.h"

#include "core/pluginfile.h"

#include <QCoreApplication>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace braketeer::apps {

core::Result<std::unique_ptr<DemoService>> loadDemoService(QString dataFolder)
{
    const QString path = core::pluginFile("libbraketeer_demo.so"_L1);
    if (path.isEmpty())
        return core::fail(
            core::Error::Kind::Usage,
            QCoreApplication::translate(
                "Demo", "The demo cannot start: libbraketeer_demo.so is missing. Install Braketeer again."));
    QPluginLoader loader(path); // goes without unloading: the service's code must stay
    if (const auto *factory = qobject_cast<DemoFactory *>(loader.instance()))
        return factory->create(std::move(dataFolder));
    return core::fail(core::Error::Kind::Usage,
                      QCoreApplication::translate("Demo", "The demo cannot start: %1 cannot be loaded: %2")
                          .arg(path, loader.errorString()));
}

} // namespace braketeer::apps
