#pragma once

#include "store/vault/keychainfactory.h"

#include <QObject>

namespace braketeer::store {

/// The one object that the plugin makes.
class KeychainPlugin final : public QObject, public KeychainFactory
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "braketeer.KeychainFactory/1")
    Q_INTERFACES(braketeer::store::KeychainFactory)

public:
    std::shared_ptr<core::SecretVault> create(std::chrono::milliseconds patience) const override;
};

} // namespace braketeer::store
