#pragma once

#include "aws/http/network.h"

#include <QObject>

namespace braketeer::aws {

/// The one object that the plugin makes.
class NetworkPlugin final : public QObject, public NetworkFactory
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "braketeer.NetworkFactory/1")
    Q_INTERFACES(braketeer::aws::NetworkFactory)

public:
    std::unique_ptr<Network> create(const ProxySettings &proxy) const override;
};

} // namespace braketeer::aws
