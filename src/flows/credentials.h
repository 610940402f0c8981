#pragma once

#include "core/secretvault.h"
#include "core/task.h"
#include "flows/session.h"

#include <QList>
#include <QString>

namespace braketeer::store {
class Settings;
} // namespace braketeer::store

namespace braketeer::flows {

/// A named set of keys in the keychain of the operating system.
struct StoredCredentials
{
    QString name;
    /// True: the keychain gave the entry. False: locked or missing; nobody can tell which, so nothing is dropped.
    bool present = false;
    QString accessKeyId; ///< empty unless present
};

/// Writes `keys` under `name` and reads them back; the name goes to the settings, the keys never do.
/// Fails with Usage (a name that is empty or has characters other than letters, digits and `._-@`, empty keys),
/// Credentials (locked) or Store (no keychain).
[[nodiscard]] core::Task<> addCredentials(std::shared_ptr<core::SecretVault> vault,
                                          std::shared_ptr<store::Settings> settings, QString name, StaticKeys keys);

/// All names that were added, sorted.
[[nodiscard]] core::Task<QList<StoredCredentials>> listCredentials(std::shared_ptr<core::SecretVault> vault,
                                                                   std::shared_ptr<store::Settings> settings);

/// Removes the keys, then the name. Fails with Usage when there is no such name, else as SecretVault::remove().
[[nodiscard]] core::Task<> removeCredentials(std::shared_ptr<core::SecretVault> vault,
                                             std::shared_ptr<store::Settings> settings, QString name);

} // namespace braketeer::flows
