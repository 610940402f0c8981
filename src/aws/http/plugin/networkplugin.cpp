#include "aws/http/plugin/networkplugin.h"

#include "aws/http/transport.h"

namespace braketeer::aws {

std::unique_ptr<Network> NetworkPlugin::create(const ProxySettings &proxy) const
{
    return std::make_unique<Transport>(proxy);
}

} // namespace braketeer::aws
