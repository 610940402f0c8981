#include "aws/http/network.h"
#include "core/pluginfile.h"

#include <QCoreApplication>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

// Takes the place of the function in the library: the window loads Qt Network with its first request.
namespace braketeer::aws {

core::Result<std::unique_ptr<Network>> openNetwork(const ProxySettings &proxy)
{
    const QString path = core::pluginFile("libbraketeer_network.so"_L1);
    QPluginLoader loader(path); // goes without unloading: the library's code must stay
    if (const auto *factory = path.isEmpty() ? nullptr : qobject_cast<NetworkFactory *>(loader.instance()))
        return factory->create(proxy);
    core::Error error;
    error.kind = core::Error::Kind::Network;
    error.message = path.isEmpty()
                        ? QCoreApplication::translate("Network",
                                                      "Nothing can be sent: libbraketeer_network.so is in none of %1.")
                              .arg(core::pluginFolders().join(u", "_s))
                        : QCoreApplication::translate("Network", "Nothing can be sent: %1 cannot be loaded: %2")
                              .arg(path, loader.errorString());
    error.suggestion = QCoreApplication::translate("Network", "Install Braketeer again.");
    return core::fail(std::move(error));
}

} // namespace braketeer::aws
