#include "sandbox/sandbox.h"

#include "flows/session.h"
#include "flows/storage/buckets.h"
#include "flows/transfer/downloadfile.h"
#include "flows/transfer/uploadfile.h"

#include <QCoroTask>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

const QString bucket = u"a-bucket"_s;

QByteArray why(const core::Result<flows::TransferStatus> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}

QByteArray someBytes(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 7;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = char(state >> 24);
    }
    return bytes;
}

/// A server to move files to and from; an empty URL: it is not here.
struct Server
{
    QString url;
    QString accessKeyId;
    QByteArray secret;
};

} // namespace

/// Transfers against whole servers: the built-in one, which verifies every signature, and s3rver, which this project
/// did not write (named by BRAKETEER_S3RVER; left out without it).
class tst_TransferServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_sandbox = sandbox::Sandbox::start().value();
        Server own{m_sandbox->url().toString(), {}, {}};
        const auto environment = m_sandbox->environment();
        for (const auto &[name, value] : environment) {
            if (name == "AWS_ACCESS_KEY_ID"_L1)
                own.accessKeyId = value;
            if (name == "AWS_SECRET_ACCESS_KEY"_L1)
                own.secret = value.toUtf8();
        }
        m_servers.insert(u"sandbox"_s, own);
        startS3rver();
        for (const Server &server : std::as_const(m_servers)) {
            const auto made = QCoro::waitFor(flows::createBucket(session(server), bucket, u"us-west-2"_s));
            QVERIFY2(made, made ? "" : qPrintable(made.error().text()));
        }
    }

    void cleanupTestCase()
    {
        m_s3rver.terminate();
        if (!m_s3rver.waitForFinished(5000))
            m_s3rver.kill();
        m_s3rver.waitForFinished(5000);
    }

    void whatGoesUpComesDown_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("key");
        QTest::addColumn<qint64>("size");
        constexpr qint64 mebibyte = 1024 * 1024;
        const QStringList names = m_servers.keys();
        for (const QString &name : names) {
            const auto row = [&](const char *what, const QString &key, qint64 size) {
                QTest::addRow("%s: %s", qPrintable(name), what) << name << key << size;
            };
            row("empty", u"empty"_s, 0);
            row("small", u"small"_s, 1000);
            row("in parts", u"large"_s, 21 * mebibyte + 5);
            row("blank and plus", u"a b+c/d%20e"_s, 17 * mebibyte);
            row("unicode", u"\u00e9e\u0301/\U0001F600"_s, 17 * mebibyte);
            row("reserved", u"a&b=c;d,e@f:g$h!i'(j)*"_s, 17 * mebibyte);
            if (name == "sandbox"_L1) { // keys that cannot be file names there
                row("double slash", u"/a//b/"_s, 17 * mebibyte);
                row("longest", QString(1024, u'k'), 17 * mebibyte);
            }
        }
    }

    void whatGoesUpComesDown()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, key);
        QFETCH(const qint64, size);
        const QTemporaryDir folder;
        const QByteArray bytes = someBytes(size);
        QFile source(folder.filePath(u"source"_s));
        QVERIFY(source.open(QIODevice::WriteOnly));
        QCOMPARE(source.write(bytes), bytes.size());
        source.close();
        const auto where = session(m_servers.value(server));
        const core::S3Uri place{bucket, key};
        const auto up = QCoro::waitFor(flows::uploadFile(where, source.fileName(), place, {}));
        QVERIFY2(up, why(up));
        const QString target = folder.filePath(u"target"_s);
        const auto down = QCoro::waitFor(flows::downloadFile(where, place, target, {}));
        QVERIFY2(down, why(down));
        QFile arrived(target);
        QVERIFY(arrived.open(QIODevice::ReadOnly));
        QVERIFY(arrived.readAll() == bytes);
        if (server == "sandbox"_L1) {
            QCOMPARE(up->proof, flows::Proof::Crc32c);
            QCOMPARE(down->proof, flows::Proof::Crc32c);
        }
        const auto again = QCoro::waitFor(flows::uploadFile(where, source.fileName(), place, {}));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, core::Error::Kind::Usage);
    }

    void troubleOnTheWayIsOvercome_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("slow down") << u"throttle:UploadPart:2"_s;
        QTest::newRow("reset") << u"reset-before:UploadPart:2"_s;
        QTest::newRow("lost answer") << u"reset-after:UploadPart:2"_s;
        QTest::newRow("gateway") << u"status:UploadPart:503:2"_s;
        QTest::newRow("truncated download") << u"truncate:GetObject:2"_s;
        QTest::newRow("reset download") << u"reset-before:GetObject:2"_s;
    }

    void troubleOnTheWayIsOvercome()
    {
        QFETCH(const QString, fault);
        QVERIFY(m_sandbox->addFault(fault));
        const QTemporaryDir folder;
        const QByteArray bytes = someBytes(qint64(33) * 1024 * 1024);
        QFile source(folder.filePath(u"source"_s));
        QVERIFY(source.open(QIODevice::WriteOnly));
        QCOMPARE(source.write(bytes), bytes.size());
        source.close();
        const auto where = session(m_servers.value(u"sandbox"_s));
        const core::S3Uri place{bucket, u"trouble"_s};
        flows::TransferOptions options;
        options.overwrite = true;
        const auto up = QCoro::waitFor(flows::uploadFile(where, source.fileName(), place, options));
        QVERIFY2(up, why(up));
        const QString target = folder.filePath(u"target"_s);
        const auto down = QCoro::waitFor(flows::downloadFile(where, place, target, options));
        QVERIFY2(down, why(down));
        QFile arrived(target);
        QVERIFY(arrived.open(QIODevice::ReadOnly));
        QVERIFY(arrived.readAll() == bytes);
        m_sandbox->clearFaults();
    }

private:
    void startS3rver()
    {
        const QString program = qEnvironmentVariable("BRAKETEER_S3RVER");
        if (program.isEmpty() || !QFile::exists(program))
            return;
        m_s3rver.setProcessChannelMode(QProcess::MergedChannels);
        m_s3rver.start(program, {u"--directory"_s, m_folder.filePath(u"s3rver"_s), u"--port"_s, u"0"_s, u"--address"_s,
                                 u"127.0.0.1"_s, u"--silent"_s, u"--no-vhost-buckets"_s});
        QVERIFY(m_s3rver.waitForStarted());
        QByteArray said;
        while (!said.contains("listening on") || !said.endsWith('\n')) {
            QVERIFY2(m_s3rver.waitForReadyRead(20'000), said);
            said += m_s3rver.readAll();
        }
        const QString port = QString::fromLatin1(said.trimmed().split(':').last());
        m_servers.insert(u"s3rver"_s, {u"http://127.0.0.1:"_s + port, u"S3RVER"_s, "S3RVER"});
    }

    std::shared_ptr<flows::Session> session(const Server &server) const
    {
        flows::Surroundings surroundings;
        surroundings.environment = {};
        surroundings.environment.insert(u"BRAKETEER_DATA_DIR"_s, m_folder.filePath(u"record"_s));
        surroundings.environment.insert(u"AWS_CONFIG_FILE"_s, m_folder.filePath(u"config"_s));
        surroundings.environment.insert(u"AWS_SHARED_CREDENTIALS_FILE"_s, m_folder.filePath(u"credentials"_s));
        flows::SessionOptions options;
        options.region = u"us-west-2"_s;
        options.endpointUrl = server.url;
        options.keys = flows::StaticKeys{server.accessKeyId, core::Secret(server.secret), {}};
        return flows::openSession(options, surroundings).value();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QProcess m_s3rver;
    QMap<QString, Server> m_servers;
};

QTEST_GUILESS_MAIN(tst_TransferServers)
#include "tst_transfer_servers.moc"
