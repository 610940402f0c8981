#include "store/vault/keychainplugin.h"

#include "store/vault/keychainvault.h"

namespace braketeer::store {

std::shared_ptr<core::SecretVault> KeychainPlugin::create(std::chrono::milliseconds patience) const
{
    return std::make_shared<KeychainVault>(patience);
}

} // namespace braketeer::store
