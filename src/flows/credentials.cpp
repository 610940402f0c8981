#include "flows/credentials.h"

#include "aws/credentials/credentials.h"
#include "aws/credentials/keychainprovider.h"
#include "store/settings/settings.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

core::Result<> checkName(const QString &name)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9._@-]{1,64}\\z"_s);
    if (plain.match(name).hasMatch())
        return {};
    return core::fail(core::Error::Kind::Usage,
                      QCoreApplication::translate("Credentials",
                                                  "“%1” cannot be a name: use 1 to 64 letters, digits and "
                                                  "the characters . _ - @")
                          .arg(name));
}

} // namespace

core::Task<> addCredentials(std::shared_ptr<core::SecretVault> vault, std::shared_ptr<store::Settings> settings,
                            QString name, StaticKeys keys)
{
    if (const auto plain = checkName(name); !plain)
        co_return core::fail(plain.error());
    aws::Credentials credentials;
    credentials.accessKeyId = keys.accessKeyId;
    credentials.secretAccessKey = std::move(keys.secretAccessKey);
    credentials.sessionToken = std::move(keys.sessionToken);
    auto secret = aws::keychainSecret(credentials);
    if (!secret)
        co_return core::fail(secret.error());

    // The name first: an entry that nobody knows the name of could never be removed.
    QStringList names = settings->list(store::setting::credentialNames);
    const bool isNew = !names.contains(name);
    if (isNew) {
        names << name;
        settings->set(store::setting::credentialNames, names);
        settings->sync();
    }
    const auto written = co_await vault->write(aws::keychainEntry(name), std::move(*secret));
    if (!written && isNew) {
        names.removeAll(name);
        settings->set(store::setting::credentialNames, names);
        settings->sync();
    }
    co_return written;
}

core::Task<QList<StoredCredentials>> listCredentials(std::shared_ptr<core::SecretVault> vault,
                                                     std::shared_ptr<store::Settings> settings)
{
    QStringList names = settings->list(store::setting::credentialNames);
    std::ranges::sort(names);
    QList<StoredCredentials> list;
    for (const QString &name : names) {
        StoredCredentials entry{name, false, {}};
        const auto secret = co_await vault->read(aws::keychainEntry(name));
        if (!secret && secret.error().kind != core::Error::Kind::Credentials)
            co_return core::fail(secret.error()); // no keychain at all
        if (secret) {
            const auto keys = aws::readKeychainSecret(*secret);
            entry.present = keys.has_value();
            entry.accessKeyId = keys ? keys->accessKeyId : QString();
        }
        list << entry;
    }
    co_return list;
}

core::Task<> removeCredentials(std::shared_ptr<core::SecretVault> vault, std::shared_ptr<store::Settings> settings,
                               QString name)
{
    QStringList names = settings->list(store::setting::credentialNames);
    if (!names.contains(name))
        co_return core::fail(core::Error::Kind::Usage,
                             QCoreApplication::translate("Credentials", "There are no keys called “%1”. “credentials "
                                                                        "list” shows the names.")
                                 .arg(name));
    const auto removed = co_await vault->remove(aws::keychainEntry(name));
    if (!removed)
        co_return core::fail(removed.error());
    names.removeAll(name);
    settings->set(store::setting::credentialNames, names);
    settings->sync();
    co_return {};
}

} // namespace braketeer::flows
