#pragma once

#include "core/secretvault.h"

#include <QtPlugin>

#include <chrono>
#include <memory>

namespace braketeer::store {

/// What the keychain plugin offers. Program and plugin are built together; there is no promise between versions.
class KeychainFactory
{
public:
    virtual ~KeychainFactory() = default;
    virtual std::shared_ptr<core::SecretVault> create(std::chrono::milliseconds patience) const = 0;
};

} // namespace braketeer::store

Q_DECLARE_INTERFACE(braketeer::store::KeychainFactory, "braketeer.KeychainFactory/1")
