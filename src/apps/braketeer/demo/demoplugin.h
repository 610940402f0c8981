#pragma once

#include "demoservice.h"

#include <QObject>

namespace braketeer::apps {

/// The plugin's only object.
class DemoPlugin final : public QObject, public DemoFactory
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "braketeer.DemoFactory/1")
    Q_INTERFACES(braketeer::apps::DemoFactory)
public:
    std::unique_ptr<DemoService> create(QString dataFolder) const override;
};

} // namespace braketeer::apps
