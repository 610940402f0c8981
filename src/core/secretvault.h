#pragma once

#include "core/secret.h"
#include "core/task.h"

#include <QString>

namespace braketeer::core {

/// Where long-lived secrets are kept: the keychain of the operating system, or memory in tests.
///
/// An entry that is absent and an entry in a locked keychain cannot be told apart by every system, so reading
/// answers `Credentials` for both, and nothing may be deleted or declared lost because of it.
/// Source: QtKeychain 0.13 returned EntryNotFound for a secret in a locked Secret Service collection.
class SecretVault
{
public:
    virtual ~SecretVault() = default;

    /// Fails with Credentials (missing or locked) or Store (no keychain, no answer in time).
    virtual Task<Secret> read(QString entry) = 0;
    /// Writes, then reads back, so that success means "it is there and readable".
    virtual Task<> write(QString entry, Secret secret) = 0;
    /// Success also when there was no such entry.
    virtual Task<> remove(QString entry) = 0;
};

} // namespace braketeer::core
