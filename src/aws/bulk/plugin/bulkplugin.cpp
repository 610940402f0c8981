#include "aws/bulk/plugin/bulkplugin.h"

#include "aws/bulk/plugin/curltransport.h"

namespace braketeer::aws {

std::shared_ptr<BulkTransport> BulkPlugin::create(const ClientConfig &config) const
{
    return std::make_shared<CurlTransport>(config);
}

} // namespace braketeer::aws
