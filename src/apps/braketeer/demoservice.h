#pragma once

#include "core/result.h"
#include "flows/session.h"

#include <QString>
#include <QtPlugin>

#include <memory>

namespace braketeer::apps {

/// The built-in service that the demo talks to: started on first use, one for all windows of a data folder.
class DemoService
{
public:
    virtual ~DemoService() = default;

    /// Puts address and keys of the service into `options`. Fails with Network when it cannot be started.
    virtual core::Result<flows::SessionOptions> serve(flows::SessionOptions options) = 0;
};

/// What the plugin `libbraketeer_demo` offers: a plugin, because the service brings a web server along that the window
/// needs on the demo only, and never before its first frame. Program and plugin are built together.
class DemoFactory
{
public:
    virtual ~DemoFactory() = default;
    virtual std::unique_ptr<DemoService> create(QString dataFolder) const = 0;
};

/// Loads the plugin, from beside the program or from where it was installed to. Fails with Usage: it is not there.
core::Result<std::unique_ptr<DemoService>> loadDemoService(QString dataFolder);

} // namespace braketeer::apps

Q_DECLARE_INTERFACE(braketeer::apps::DemoFactory, "braketeer.DemoFactory/1")
