#include "demo/demoplugin.h"

#include "demo/localdemo.h"

namespace braketeer::apps {

std::unique_ptr<DemoService> DemoPlugin::create(QString dataFolder) const
{
    return std::make_unique<LocalDemo>(std::move(dataFolder));
}

} // namespace braketeer::apps
