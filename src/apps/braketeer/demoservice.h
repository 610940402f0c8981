#pragma once

#include "core/result.h"
#include "flows/session.h"

#include <QLockFile>
#include <QString>
#include <QUrl>

#include <memory>

namespace braketeer::sandbox {
class Sandbox;
} // namespace braketeer::sandbox

namespace braketeer::apps {

/// The built-in service that the demo talks to: started on first use, one for all windows of a data folder.
///
/// The first program that needs it serves, and leaves its address beside the service's state; others use that address
/// for as long as the first one runs. The next start takes the same port if it is free, because the address is part of
/// every record in the demo's history.
class DemoService final
{
public:
    explicit DemoService(QString dataFolder);
    ~DemoService();

    /// Puts address and keys of the service into `options`. Fails with Network when it cannot be started.
    core::Result<flows::SessionOptions> serve(flows::SessionOptions options);

private:
    core::Result<> start();
    QString addressFile() const;
    QUrl lastAddress() const;

    const QString m_dataFolder;
    QLockFile m_lock;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QUrl m_address;
};

} // namespace braketeer::apps
