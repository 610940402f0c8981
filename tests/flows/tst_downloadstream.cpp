#include "flows/transferplace.h"

#include "aws/bulk/digest.h"
#include "flows/storage/downloadstream.h"

#include <QTest>

using namespace braketeer;
using namespace braketeer::flows;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 partSize = TransferPlace::partSize;

QByteArray crcOf(const QByteArray &bytes)
{
    aws::RunningDigest digest(aws::BulkDigest::Crc32c);
    digest.add(bytes);
    return digest.result();
}

template<class T>
QByteArray why(const core::Result<T> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}

/// A server, a session that asks it, and who takes what comes.
struct Reader
{
    MiniS3 server;
    QTemporaryDir home;
    QByteArray got;
    bool full = false;

    core::Result<qint64> read()
    {
        Surroundings surroundings;
        surroundings.environment = {};
        for (const auto &[name, value] :
             std::initializer_list<std::pair<QString, QString>>{{u"HOME"_s, home.path()},
                                                                {u"AWS_ACCESS_KEY_ID"_s, u"AKIDEXAMPLE"_s},
                                                                {u"AWS_SECRET_ACCESS_KEY"_s, u"secret"_s},
                                                                {u"AWS_REGION"_s, u"us-west-2"_s},
                                                                {u"AWS_MAX_ATTEMPTS"_s, u"1"_s},
                                                                {u"AWS_ENDPOINT_URL"_s, server.url()}})
            surroundings.environment.insert(name, value);
        const auto session = openSession({}, surroundings).value();
        const StreamSink sink = [this](const QByteArray &bytes) -> core::Result<> {
            if (full)
                return core::fail(core::Error::Kind::Store, u"full"_s);
            got += bytes;
            return {};
        };
        return QCoro::waitFor(downloadStream(session, at(u"key"_s), sink, {}, partSize));
    }
};

} // namespace

/// Streams from S3, against a server that does what it is told.
class tst_DownloadStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void anObjectComesInOrder_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::newRow("nothing") << qint64(0);
        QTest::newRow("a piece") << partSize;
        QTest::newRow("many") << 7 * partSize + 3;
    }

    void anObjectComesInOrder()
    {
        QFETCH(const qint64, size);
        Reader reader;
        const QByteArray bytes = TransferPlace::bytes(size);
        reader.server.put("/bucket/key", bytes);
        reader.server.objects["/bucket/key"].headers.insert("x-amz-checksum-crc32c", crcOf(bytes).toBase64());
        const auto taken = reader.read();
        QVERIFY2(taken, why(taken));
        QCOMPARE(*taken, size);
        QVERIFY(reader.got == bytes);
    }

    void aChecksumOfPartsIsCompared_data()
    {
        QTest::addColumn<bool>("right");
        QTest::newRow("right") << true;
        QTest::newRow("wrong") << false;
    }

    void aChecksumOfPartsIsCompared()
    {
        QFETCH(const bool, right);
        Reader reader;
        const QByteArray bytes = TransferPlace::bytes(5 * partSize);
        constexpr qint64 uploadedIn = partSize + 1000; // no multiple of what is read at once
        QByteArray digests;
        for (qint64 offset = 0; offset < bytes.size(); offset += uploadedIn)
            digests += crcOf(bytes.mid(offset, uploadedIn));
        reader.server.put("/bucket/key", bytes);
        auto &object = reader.server.objects["/bucket/key"];
        object.partSize = uploadedIn;
        object.headers.insert("x-amz-checksum-crc32c", crcOf(right ? digests : digests + 'x').toBase64() + '-'
                                                           + QByteArray::number(digests.size() / 4));
        const auto taken = reader.read();
        QCOMPARE(taken.has_value(), right);
        if (!right)
            QVERIFY2(taken.error().message.contains(u"checksum"), why(taken));
    }

    void whatIsNotWhatIsStoredIsSaid()
    {
        Reader reader;
        reader.server.put("/bucket/key", TransferPlace::bytes(3 * partSize));
        reader.server.objects["/bucket/key"].headers.insert("x-amz-checksum-crc32c", "AAAAAA==");
        const auto taken = reader.read();
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, core::Error::Kind::Network);
        QVERIFY2(taken.error().message.contains(u"checksum"), why(taken));
    }

    void anObjectThatEndsEarlyIsSaid()
    {
        Reader reader;
        reader.server.put("/bucket/key", TransferPlace::bytes(3 * partSize));
        reader.server.fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!request.contains("bytes=" + QByteArray::number(2 * partSize)))
                return std::nullopt;
            return ScriptedServer::status("206 Partial Content", "short");
        };
        const auto taken = reader.read();
        QVERIFY(!taken);
        QVERIFY2(taken.error().message.contains(u"ended after"), why(taken));
    }

    void anObjectThatIsReplacedMeanwhileIsSaid()
    {
        Reader reader;
        reader.server.put("/bucket/key", TransferPlace::bytes(5 * partSize));
        reader.server.fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (request.contains("bytes=" + QByteArray::number(2 * partSize)))
                reader.server.put("/bucket/key", QByteArray(5 * partSize, 'n'));
            return std::nullopt;
        };
        const auto taken = reader.read();
        QVERIFY(!taken);
        QCOMPARE(taken.error().serviceCode, u"PreconditionFailed"_s);
    }

    void whoTakesTheBytesMayEndIt()
    {
        Reader reader;
        reader.server.put("/bucket/key", TransferPlace::bytes(9 * partSize));
        reader.full = true;
        const auto taken = reader.read();
        QVERIFY(!taken);
        QCOMPARE(taken.error().message, u"full"_s);
        QVERIFY(reader.server.count("GET /bucket/key") <= 2); // one more was on its way
    }
};

QTEST_GUILESS_MAIN(tst_DownloadStream)
#include "tst_downloadstream.moc"
