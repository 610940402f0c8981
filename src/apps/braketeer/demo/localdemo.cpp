#include "demo/localdemo.h"

#include "sandbox/sandbox.h"
#include "store/paths.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace braketeer::apps {
namespace {

/// A job is through its states in about twenty seconds: long enough to see them, short enough to wait for.
constexpr double demoSpeed = 3;

/// Public on purpose: they open nothing but the demo. The same for every window, as the service is.
flows::StaticKeys demoKeys()
{
    flows::StaticKeys keys;
    keys.accessKeyId = u"AKIADEMO000000000000"_s;
    keys.secretAccessKey = core::Secret("demoDemoDemoDemoDemoDemoDemoDemoDemoDemo"_ba);
    return keys;
}

} // namespace

LocalDemo::LocalDemo(QString dataFolder)
    : m_dataFolder(std::move(dataFolder)), m_lock(store::demoServiceFile(m_dataFolder) + u".lock"_s)
{
    m_lock.setStaleLockTime(0); // stale only when its process is gone
}

LocalDemo::~LocalDemo() = default;

QString LocalDemo::addressFile() const
{
    return store::demoServiceFile(m_dataFolder) + u".address"_s;
}

QUrl LocalDemo::lastAddress() const
{
    QFile file(addressFile());
    return file.open(QIODevice::ReadOnly) ? QUrl(QString::fromUtf8(file.readAll())) : QUrl();
}

core::Result<> LocalDemo::start()
{
    sandbox::Options options;
    options.speed = demoSpeed;
    options.stateFile = store::demoServiceFile(m_dataFolder);
    options.port = qMax(0, lastAddress().port());
    const flows::StaticKeys keys = demoKeys();
    options.keys.append({keys.accessKeyId, keys.secretAccessKey, {}, {}, sandbox::KeyPair().arn});
    auto sandbox = sandbox::Sandbox::start(options);
    if (!sandbox && options.port != 0) {
        options.port = 0; // somebody else has it by now
        sandbox = sandbox::Sandbox::start(options);
    }
    if (!sandbox)
        return core::fail(sandbox.error());
    m_sandbox = std::move(*sandbox);
    m_address = m_sandbox->url();
    QSaveFile address(addressFile());
    if (!address.open(QIODevice::WriteOnly) || address.write(m_address.toEncoded()) < 0 || !address.commit())
        qWarning("The address of the demo service could not be written; another window will not find it.");
    return {};
}

core::Result<flows::SessionOptions> LocalDemo::serve(flows::SessionOptions options)
{
    if (!m_sandbox) {
        QDir().mkpath(m_dataFolder);
        if (!m_lock.tryLock(0)) {
            m_address = lastAddress();
        } else if (const auto started = start(); !started) {
            return core::fail(started.error());
        }
    }
    options.endpointUrl = m_address.toString();
    options.keys = demoKeys();
    return options;
}

} // namespace braketeer::apps
