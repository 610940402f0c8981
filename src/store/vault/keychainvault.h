#pragma once

#include "core/secretvault.h"

#include <chrono>

namespace braketeer::store {

/// Secrets in the keychain of the operating system, through QtKeychain, under the service name "Braketeer".
///
/// Every job has a clock beside it, because the keychain library has none: a desktop without a keyring can leave a
/// question unanswered for ever. There is no fallback to a file. Main thread only.
///
/// Errors: Credentials for "missing, or the keychain is locked" (the two look the same) and for a refusal; Store when
/// there is no keychain or no answer. Nothing is ever deleted but by remove().
/// Source: QtKeychain 0.13 against gnome-keyring; see tests/store/tst_vault.cpp.
class KeychainVault final : public core::SecretVault
{
public:
    explicit KeychainVault(std::chrono::milliseconds patience);

    core::Task<core::Secret> read(QString entry) override;
    core::Task<> write(QString entry, core::Secret secret) override;
    core::Task<> remove(QString entry) override;

private:
    const std::chrono::milliseconds m_patience;
};

} // namespace braketeer::store
