#pragma once

#include "core/secretvault.h"

#include <QHash>

namespace braketeer::store {

/// Secrets for as long as the program runs: tests, and sessions of people who have no keychain.
///
/// Reading a missing entry fails with Credentials, like the keychain. Single thread.
class MemoryVault final : public core::SecretVault
{
public:
    core::Task<core::Secret> read(QString entry) override;
    core::Task<> write(QString entry, core::Secret secret) override;
    core::Task<> remove(QString entry) override;

private:
    QHash<QString, core::Secret> m_secrets;
};

} // namespace braketeer::store
