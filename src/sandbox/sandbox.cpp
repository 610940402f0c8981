#include "sandbox/sandbox.h"

#include "sandbox/http/server.h"
#include "sandbox/s3/change.h"
#include "sandbox/s3/demobuckets.h"
#include "sandbox/service/desk.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

// Public on purpose: they open nothing but a sandbox.
KeyPair demoKey()
{
    KeyPair key;
    key.accessKeyId = u"AKIASANDBOX000000000"_s;
    key.secretAccessKey = core::Secret("sandboxSandboxSandboxSandboxSandboxDemo0"_ba);
    return key;
}

QString utf8(const core::Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

} // namespace

class Sandbox::Private
{
public:
    explicit Private(const Options &options)
        : key(options.keys.constFirst())
        , region(options.region)
        , desk(options)
        , server([this](RawRequest request, BodyStream &body) { return desk.handle(std::move(request), body); })
    {
    }

    const KeyPair key;
    const QString region;
    int port = 0;
    Desk desk;
    HttpServer server; // ends before what its threads use
};

core::Result<std::unique_ptr<Sandbox>> Sandbox::start(Options options)
{
    if (options.port < 0 || options.port > 65535)
        return core::fail(core::Error::Kind::Usage,
                          QCoreApplication::translate("Sandbox", "%1 is not a port: choose a number from 0 to 65535.")
                              .arg(options.port));
    if (options.keys.isEmpty())
        options.keys.append(demoKey());

    if (const auto speed = Desk::checkSpeed(options.speed); !speed)
        return tl::unexpected(speed.error());

    auto d = std::make_unique<Private>(options);
    for (const QString &rule : options.faults)
        if (const auto fault = d->desk.addFault(rule); !fault)
            return tl::unexpected(fault.error());
    if (const auto loaded = d->desk.load(); !loaded)
        return tl::unexpected(loaded.error());
    const auto port = d->server.start(options.port);
    if (!port)
        return tl::unexpected(port.error());
    d->port = *port;
    return std::unique_ptr<Sandbox>(new Sandbox(std::move(d)));
}

Sandbox::Sandbox(std::unique_ptr<Private> priv) : d(std::move(priv)) { }

Sandbox::~Sandbox() = default;

void Sandbox::stop()
{
    d->server.shutDown();
}

QUrl Sandbox::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(d->port));
}

int Sandbox::port() const
{
    return d->port;
}

QList<QPair<QString, QString>> Sandbox::environment() const
{
    QList<QPair<QString, QString>> pairs{
        {u"AWS_ENDPOINT_URL"_s, url().toString()},
        {u"AWS_ACCESS_KEY_ID"_s, d->key.accessKeyId},
        {u"AWS_SECRET_ACCESS_KEY"_s, utf8(d->key.secretAccessKey)},
        {u"AWS_REGION"_s, d->region},
    };
    if (!d->key.sessionToken.isEmpty())
        pairs.append({u"AWS_SESSION_TOKEN"_s, utf8(d->key.sessionToken)});
    return pairs;
}

core::Result<> Sandbox::addFault(const QString &rule)
{
    return d->desk.addFault(rule);
}

void Sandbox::clearFaults()
{
    d->desk.clearFaults();
}

core::Result<> Sandbox::setSpeed(double speed)
{
    return d->desk.setSpeed(speed);
}

void Sandbox::setClockSkew(std::chrono::seconds skew)
{
    d->desk.setClockSkew(skew);
}

void Sandbox::addKey(const KeyPair &key)
{
    d->desk.addKey(key);
}

QList<JobSnapshot> Sandbox::jobs() const
{
    return d->desk.jobs();
}

bool Sandbox::createBucket(const QByteArray &bucket, const QByteArray &region)
{
    s3::Bucket added;
    added.name = bucket;
    added.region = region;
    added.createdMs = d->desk.serviceTime().toMSecsSinceEpoch();
    return d->desk.storage().addBucket(added);
}

bool Sandbox::putObject(const QByteArray &bucket, const QByteArray &key, const QByteArray &bytes,
                        const QByteArray &contentType)
{
    return s3::putBytes(d->desk.storage(), bucket, key, bytes, contentType, d->desk.serviceTime().toMSecsSinceEpoch());
}

std::optional<QByteArray> Sandbox::object(const QByteArray &bucket, const QByteArray &key)
{
    return s3::bytesOf(d->desk.storage(), bucket, key);
}

int Sandbox::requestCount(const QString &operation) const
{
    return d->desk.requestCount(operation);
}

QList<RecordedRequest> Sandbox::requests() const
{
    return d->desk.requests();
}

} // namespace braketeer::sandbox
