#pragma once

#include "demoservice.h"

#include <QLockFile>
#include <QString>
#include <QUrl>

#include <memory>

namespace braketeer::sandbox {
class Sandbox;
} // namespace braketeer::sandbox

namespace braketeer::apps {

/// The demo's service in this process: a sandbox on a port of this computer.
///
/// The first program that needs it serves, and leaves its address beside the service's state; others use that address
/// for as long as the first one runs. The next start takes the same port if it is free, because the address is part of
/// every record in the demo's history.
class LocalDemo final : public DemoService
{
public:
    explicit LocalDemo(QString dataFolder);
    ~LocalDemo() override;

    core::Result<flows::SessionOptions> serve(flows::SessionOptions options) override;

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
