#include "flows/transferplace.h"

#include "aws/http/client.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace braketeer::tests {

core::Task<aws::Credentials> RenewableKeys::credentials()
{
    aws::Credentials credentials;
    credentials.accessKeyId = u"ASIAEXAMPLE"_s;
    credentials.secretAccessKey = core::Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    credentials.sessionToken = core::Secret(tokens.first());
    credentials.source = u"profile example"_s;
    co_return credentials;
}

core::Task<aws::Credentials> RenewableKeys::renew(aws::Credentials refused)
{
    ++renewals;
    if (refused.sessionToken.reveal() == tokens.first() && tokens.size() > 1)
        tokens.removeFirst();
    return credentials();
}

TransferPlace::TransferPlace(const QString &existing_) : existing(existing_)
{
    limits.partSize = partSize;
    limits.maxAttempts = 3;
}

std::shared_ptr<flows::Session> TransferPlace::session() const
{
    flows::Surroundings surroundings;
    surroundings.environment = {};
    surroundings.environment.insert(u"BRAKETEER_DATA_DIR"_s, path(u".braketeer"_s));
    surroundings.environment.insert(u"AWS_CONFIG_FILE"_s, path(u"config"_s));
    surroundings.environment.insert(u"AWS_SHARED_CREDENTIALS_FILE"_s, path(u"credentials"_s));
    surroundings.environment.insert(u"AWS_REGION"_s, u"us-west-2"_s);
    surroundings.environment.insert(u"AWS_ENDPOINT_URL"_s, u"http://endpoint.example"_s);
    return flows::openSession({}, surroundings).value();
}

std::shared_ptr<flows::TransferEngine> TransferPlace::engine()
{
    aws::ClientConfig config;
    config.region = u"us-west-2"_s;
    config.endpointUrl = endpoint.isEmpty() ? service.url() : endpoint;
    config.proxy = {};
    config.maxAttempts = 1;
    aws::RetryPacing pacing;
    pacing.sleep = [this](std::chrono::milliseconds duration, core::CancelToken) -> core::Task<> {
        slept.append(duration.count());
        co_return core::Result<>();
    };
    pacing.random = [] { return 0.5; };
    services::s3::Access access;
    access.client = std::make_shared<aws::Client>(config, keys, core::systemClock(), pacing);
    access.regions = std::make_shared<services::s3::BucketRegions>();
    return flows::makeTransferEngine(session(), limits, pacing, access);
}

QString TransferPlace::makeFile(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("No file: %s", qPrintable(file.errorString()));
    return file.fileName();
}

QByteArray TransferPlace::contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

QByteArray TransferPlace::bytes(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 1;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = char(state >> 24);
    }
    return bytes;
}

QStringList TransferPlace::leftovers() const
{
    return QDir(root()).entryList({u"*.braketeer-part"_s}, QDir::Files | QDir::Hidden);
}

core::Result<flows::TransferStatus> TransferPlace::upload(const QString &name, const QString &key)
{
    return QCoro::waitFor(flows::uploadFile(engine(), path(name), at(key), options, progress, cancel));
}

core::Result<flows::TransferStatus> TransferPlace::download(const QString &key, const QString &name)
{
    return QCoro::waitFor(flows::downloadFile(engine(), at(key), path(name), options, progress, cancel));
}

QList<store::TransferRow> TransferPlace::recorded() const
{
    const auto record = QCoro::waitFor(store::Transfers::open(path(u".braketeer/history.sqlite"_s)));
    if (!record)
        qFatal("%s", qPrintable(record.error().text()));
    return QCoro::waitFor((*record)->list()).value();
}

} // namespace braketeer::tests
