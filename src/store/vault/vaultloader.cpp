#include "store/vault/vaultloader.h"

#include "core/pluginfile.h"
#include "store/vault/keychainfactory.h"

#include <QCoreApplication>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

tl::unexpected<core::Error> unavailable(const QString &message)
{
    core::Error error;
    error.kind = core::Error::Kind::Store;
    error.message = message;
    error.suggestion = QCoreApplication::translate(
        "Keychain", "Install Braketeer again, or put the keys into the environment: AWS_ACCESS_KEY_ID and "
                    "AWS_SECRET_ACCESS_KEY.");
    return tl::unexpected(std::move(error));
}

} // namespace

core::Result<std::shared_ptr<core::SecretVault>> loadKeychainVault(std::chrono::milliseconds patience)
{
    const QString path = core::pluginFile("libbraketeer_keychain.so"_L1);
    if (path.isEmpty())
        return unavailable(QCoreApplication::translate(
                               "Keychain", "The keychain cannot be used: libbraketeer_keychain.so is in none of %1.")
                               .arg(core::pluginFolders().join(u", "_s)));
    QPluginLoader loader(path); // goes without unloading: the vault's code must stay
    const auto *factory = qobject_cast<KeychainFactory *>(loader.instance());
    if (!factory)
        return unavailable(
            QCoreApplication::translate("Keychain", "The keychain cannot be used: %1 cannot be loaded: %2")
                .arg(path, loader.errorString()));
    return factory->create(patience);
}

} // namespace braketeer::store
