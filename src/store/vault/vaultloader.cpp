#include "store/vault/vaultloader.h"

#include "store/vault/keychainfactory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

/// BRAKETEER_LIBDIR is relative to the program's folder, so that an installation can be moved.
QStringList folders()
{
    const QDir program(QCoreApplication::applicationDirPath());
    QStringList found{program.path()};
    for (const auto relative : {QLatin1StringView(BRAKETEER_LIBDIR), "../lib/braketeer"_L1})
        found.append(QDir::cleanPath(program.filePath(relative)));
    found.removeDuplicates();
    return found;
}

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
    const QStringList places = folders();
    for (const QString &place : places) {
        const QString path = QDir(place).filePath(u"libbraketeer_keychain.so"_s);
        if (!QFileInfo::exists(path))
            continue;
        QPluginLoader loader(path); // goes without unloading: the vault's code must stay
        const auto *factory = qobject_cast<KeychainFactory *>(loader.instance());
        if (!factory)
            return unavailable(
                QCoreApplication::translate("Keychain", "The keychain cannot be used: %1 cannot be loaded: %2")
                    .arg(path, loader.errorString()));
        return factory->create(patience);
    }
    return unavailable(QCoreApplication::translate(
                           "Keychain", "The keychain cannot be used: libbraketeer_keychain.so is in none of %1.")
                           .arg(places.join(u", "_s)));
}

} // namespace braketeer::store
