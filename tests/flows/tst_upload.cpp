#include "flows/transferplace.h"

#include "aws/bulk/digest.h"
#include "flows/transfer/abandoned.h"

#include <QCryptographicHash>
#include <QTest>

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;
using flows::TransferState;
using Kind = core::Error::Kind;

namespace {

QByteArray checksumOf(const QByteArray &bytes)
{
    aws::RunningDigest digest(aws::BulkDigest::Crc32c);
    digest.add(bytes);
    return digest.result().toBase64();
}

QByteArray why(const core::Result<flows::TransferStatus> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}

} // namespace

/// Files that become objects.
class tst_Upload : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_place = std::make_unique<TransferPlace>();
        m_bytes = TransferPlace::bytes(10 * TransferPlace::partSize + 1234);
    }

    void aSmallFileIsOneRequest()
    {
        const QByteArray bytes = "shots,state\n100,00\n";
        m_place->makeFile(u"counts.csv"_s, bytes);
        const auto done = m_place->upload(u"counts.csv"_s, u"in/counts.csv"_s);
        QVERIFY2(done, why(done));
        QCOMPARE(done->state, TransferState::Done);
        QCOMPARE(done->proof, flows::Proof::Crc32c);
        QCOMPARE(done->bytesDone, bytes.size());
        QCOMPARE(done->bytesTotal, bytes.size());
        QCOMPARE(service().objects.value("/bucket/in/counts.csv").body, bytes);
        const QByteArray request = service().server.requests.last();
        QCOMPARE(ScriptedServer::header(request, "x-amz-checksum-crc32c"), checksumOf(bytes));
        QCOMPARE(ScriptedServer::header(request, "x-amz-content-sha256"),
                 QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QCOMPARE(ScriptedServer::header(request, "content-type"), "text/csv"_ba);
        QCOMPARE(service().count("POST"), 0);
    }

    void anEmptyFileIsAnEmptyObject()
    {
        m_place->makeFile(u"empty"_s, {});
        QVERIFY(m_place->upload(u"empty"_s));
        QVERIFY(service().objects.contains("/bucket/key"));
        QVERIFY(service().objects.value("/bucket/key").body.isEmpty());
    }

    void aLargeFileGoesInParts()
    {
        m_place->makeFile(u"data"_s, m_bytes);
        QList<qint64> seen;
        QList<TransferState> states;
        m_place->progress = [&](const flows::TransferStatus &status) {
            seen.append(status.bytesDone);
            if (states.isEmpty() || states.last() != status.state)
                states.append(status.state);
        };
        const auto done = m_place->upload(u"data"_s);
        QVERIFY2(done, why(done));
        QCOMPARE(done->proof, flows::Proof::Crc32c);
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
        QCOMPARE(service().count("PUT /bucket/key?partNumber="), 11);
        QCOMPARE(states, (QList{TransferState::Running, TransferState::Verifying, TransferState::Done}));
        QCOMPARE(seen.last(), m_bytes.size());
        QVERIFY(service().uploads.isEmpty());
        QVERIFY(m_place->recorded().isEmpty());
        const QByteArray complete = service().server.requests.last();
        QVERIFY(complete.contains("<ChecksumCRC32C>" + checksumOf(m_bytes.first(TransferPlace::partSize))));
    }

    void aServerWithoutChecksumsIsServedToo()
    {
        service().keepsChecksums = false;
        m_place->makeFile(u"data"_s, m_bytes);
        const auto done = m_place->upload(u"data"_s);
        QVERIFY2(done, why(done));
        QCOMPARE(done->proof, flows::Proof::Length);
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
        QVERIFY(!service().server.requests.last().contains("<ChecksumCRC32C>"));
    }

    void anObjectThatIsThereStays_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::newRow("small") << qint64(10);
        QTest::newRow("large") << 10 * TransferPlace::partSize;
    }

    void anObjectThatIsThereStays()
    {
        QFETCH(const qint64, size);
        service().put("/bucket/key", "before");
        m_place->makeFile(u"data"_s, TransferPlace::bytes(size));
        const auto refused = m_place->upload(u"data"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Usage);
        QVERIFY(refused.error().message.contains(u"s3://bucket/key"_s));
        QCOMPARE(service().objects.value("/bucket/key").body, "before"_ba);
        QCOMPARE(service().count("P"), 0);
        m_place->options.overwrite = true;
        QVERIFY(m_place->upload(u"data"_s));
        QCOMPARE(service().objects.value("/bucket/key").body.size(), size);
    }

    void whoMayWriteButNotLookWrites()
    {
        service().fault = [](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (request.startsWith("HEAD"))
                return ScriptedServer::Reply{"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"};
            return std::nullopt;
        };
        m_place->makeFile(u"data"_s, "x");
        QVERIFY(m_place->upload(u"data"_s));
    }

    void headersAreWhatWasChosen_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::newRow("small") << qint64(10);
        QTest::newRow("large") << 10 * TransferPlace::partSize;
    }

    void headersAreWhatWasChosen()
    {
        QFETCH(const qint64, size);
        m_place->options.contentType = u"application/x-own"_s;
        m_place->options.storageClass = u"STANDARD_IA"_s;
        m_place->options.requesterPays = true;
        m_place->makeFile(u"data"_s, TransferPlace::bytes(size));
        QVERIFY(m_place->upload(u"data"_s));
        const auto begins = [](const QByteArray &request) {
            return request.startsWith("PUT /bucket/key HTTP") || request.startsWith("POST /bucket/key?uploads");
        };
        const auto &requests = service().server.requests;
        const auto first = std::find_if(requests.begin(), requests.end(), begins);
        QVERIFY(first != requests.end());
        QCOMPARE(ScriptedServer::header(*first, "content-type"), "application/x-own"_ba);
        QCOMPARE(ScriptedServer::header(*first, "x-amz-storage-class"), "STANDARD_IA"_ba);
        for (const QByteArray &request : requests)
            QCOMPARE(ScriptedServer::header(request, "x-amz-request-payer"), "requester"_ba);
    }

    void partsAreTriedAgain_data()
    {
        QTest::addColumn<ScriptedServer::Reply>("reply");
        QTest::newRow("reset") << ScriptedServer::Reply{{}, true}; // libcurl begins anew on its own where it may
        QTest::newRow("cut off") << ScriptedServer::Reply{"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", true};
        QTest::newRow("slow down") << MiniS3::refusal("503 Slow Down", "SlowDown");
        QTest::newRow("internal error") << MiniS3::refusal("500 Oops", "InternalError");
        QTest::newRow("request timeout") << MiniS3::refusal("400 Bad Request", "RequestTimeout");
    }

    void partsAreTriedAgain()
    {
        QFETCH(const ScriptedServer::Reply, reply);
        QMap<QByteArray, int> tries;
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (MiniS3::isPart(request) && tries[MiniS3::member(request, "partNumber")]++ < 1)
                return reply;
            return std::nullopt;
        };
        m_place->makeFile(u"data"_s, m_bytes);
        const auto done = m_place->upload(u"data"_s);
        QVERIFY2(done, why(done));
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
        QVERIFY(!m_place->slept.isEmpty());
        QCOMPARE(m_place->slept, QList<qint64>(m_place->slept.size(), 500));
        QCOMPARE(done->bytesDone, m_bytes.size());
    }

    void fewerPartsGoWhileTheServiceAsksToSlowDown()
    {
        int refusals = 0;
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (MiniS3::isPart(request) && ++refusals <= 8)
                return MiniS3::refusal("503 Slow Down", "SlowDown");
            return std::nullopt;
        };
        m_place->limits.maxAttempts = 10;
        m_place->makeFile(u"data"_s, m_bytes);
        const auto engine = m_place->engine();
        QCOMPARE(engine->lanes.limit(), 4);
        const auto done = QCoro::waitFor(flows::uploadFile(engine, m_place->path(u"data"_s), at(u"key"_s), {}));
        QVERIFY2(done, why(done));
        QVERIFY(engine->lanes.limit() < 4);
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
    }

    void expiredKeysAreRenewedOnTheWay()
    {
        m_place->keys->tokens = {"old", "new"};
        service().fault = [](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            const QByteArray number = MiniS3::member(request, "partNumber");
            if (number.toInt() >= 5 && ScriptedServer::header(request, "x-amz-security-token") == "old")
                return MiniS3::refusal("400 Bad Request", "ExpiredToken");
            return std::nullopt;
        };
        m_place->makeFile(u"data"_s, m_bytes);
        const auto done = m_place->upload(u"data"_s);
        QVERIFY2(done, why(done));
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
        QVERIFY(m_place->keys->renewals >= 1);
        QVERIFY(m_place->slept.isEmpty());
    }

    void keysThatStayExpiredLeaveAllThatArrived()
    {
        m_place->keys->tokens = {"old"};
        service().fault = [](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (MiniS3::member(request, "partNumber").toInt() >= 5
                && ScriptedServer::header(request, "x-amz-security-token") == "old")
                return MiniS3::refusal("400 Bad Request", "ExpiredToken");
            return std::nullopt;
        };
        m_place->makeFile(u"data"_s, m_bytes);
        const auto refused = m_place->upload(u"data"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().serviceCode, u"ExpiredToken"_s);
        QCOMPARE(service().uploads.size(), 1);
        QCOMPARE(m_place->recorded().size(), 1);

        m_place->keys->tokens = {"new"}; // signed in again
        service().server.requests.clear();
        const auto done = m_place->upload(u"data"_s);
        QVERIFY2(done, why(done));
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
        QVERIFY(service().count("PUT") <= 7);
        QCOMPARE(service().count("POST /bucket/key?uploads "), 0);
        QVERIFY(m_place->recorded().isEmpty());
    }

    void whatArrivedIsNotSentAgain_data()
    {
        QTest::addColumn<bool>("checksums");
        QTest::newRow("with checksums") << true;
        QTest::newRow("without") << false;
    }

    void whatArrivedIsNotSentAgain()
    {
        QFETCH(const bool, checksums);
        service().keepsChecksums = checksums;
        failAtPart(7);
        m_place->makeFile(u"data"_s, m_bytes);
        QVERIFY(!m_place->upload(u"data"_s));
        const auto arrived = service().uploads.first().parts.keys();
        QVERIFY(!arrived.isEmpty());
        service().fault = nullptr;
        service().server.requests.clear();
        const auto done = m_place->upload(u"data"_s);
        QVERIFY2(done, why(done));
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
        QCOMPARE(service().count("PUT"), 11 - arrived.size());
        QCOMPARE(done->bytesDone, m_bytes.size());
    }

    void partsThatDifferAreSentAgain_data()
    {
        QTest::addColumn<bool>("checksums");
        QTest::newRow("with checksums") << true;
        QTest::newRow("without") << false;
    }

    void partsThatDifferAreSentAgain()
    {
        QFETCH(const bool, checksums);
        service().keepsChecksums = checksums;
        failAtPart(7);
        m_place->makeFile(u"data"_s, m_bytes);
        QVERIFY(!m_place->upload(u"data"_s));
        service().fault = nullptr;
        auto &parts = service().uploads.first().parts;
        MiniS3::Object &spoilt = parts[parts.firstKey()];
        spoilt.body[100] = char(spoilt.body[100] + 1);
        spoilt.eTag = "\"other\"";
        if (checksums)
            spoilt.headers.insert("x-amz-checksum-crc32c", checksumOf(spoilt.body));
        const auto done = m_place->upload(u"data"_s);
        QVERIFY2(done, why(done));
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
        QCOMPARE(done->bytesDone, m_bytes.size());
    }

    void aFileThatChangedBeginsAnew()
    {
        failAtPart(7);
        m_place->makeFile(u"data"_s, m_bytes);
        QVERIFY(!m_place->upload(u"data"_s));
        service().fault = nullptr;
        m_bytes[0] = char(m_bytes[0] + 1);
        m_place->makeFile(u"data"_s, m_bytes);
        const auto done = m_place->upload(u"data"_s);
        QVERIFY2(done, why(done));
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
        QVERIFY(service().uploads.isEmpty()); // the first one was aborted
    }

    void anUploadThatIsGoneBeginsAnew()
    {
        failAtPart(7);
        m_place->makeFile(u"data"_s, m_bytes);
        QVERIFY(!m_place->upload(u"data"_s));
        service().fault = nullptr;
        service().uploads.clear();
        const auto done = m_place->upload(u"data"_s);
        QVERIFY2(done, why(done));
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
    }

    void aFileThatChangesOnTheWayIsSaid_data()
    {
        QTest::addColumn<bool>("shrinks");
        QTest::newRow("written to") << false;
        QTest::newRow("cut off") << true;
    }

    void aFileThatChangesOnTheWayIsSaid()
    {
        QFETCH(const bool, shrinks);
        const QString path = m_place->makeFile(u"data"_s, m_bytes);
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (MiniS3::member(request, "partNumber") != "3")
                return std::nullopt;
            QFile file(path);
            if (shrinks)
                file.resize(1000);
            else if (file.open(QIODevice::Append))
                file.write("more");
            return std::nullopt;
        };
        const auto refused = m_place->upload(u"data"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Usage);
        QVERIFY(refused.error().message.contains(u"changed while"_s));
        QVERIFY(service().objects.isEmpty());
        QVERIFY(service().uploads.isEmpty());
        QVERIFY(m_place->recorded().isEmpty());
    }

    void cancellingLeavesNothing()
    {
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (MiniS3::member(request, "partNumber") == "6")
                m_place->cancel.cancel();
            return std::nullopt;
        };
        m_place->makeFile(u"data"_s, m_bytes);
        const auto stopped = m_place->upload(u"data"_s);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Kind::Cancelled);
        QVERIFY(service().objects.isEmpty());
        QVERIFY(service().uploads.isEmpty());
        QVERIFY(m_place->recorded().isEmpty());
    }

    void aLostAnswerAtTheEndIsFoundOut_data()
    {
        QTest::addColumn<bool>("checksums");
        QTest::newRow("with checksums") << true;
        QTest::newRow("without") << false;
    }

    void aLostAnswerAtTheEndIsFoundOut()
    {
        QFETCH(const bool, checksums);
        service().keepsChecksums = checksums;
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!request.startsWith("POST") || !request.contains("uploadId="))
                return std::nullopt;
            service().fault = nullptr;
            (void)service().server.answer(request); // carried out
            return ScriptedServer::Reply{{}, true};
        };
        m_place->makeFile(u"data"_s, m_bytes);
        const auto done = m_place->upload(u"data"_s);
        QVERIFY2(done, why(done));
        QVERIFY(service().objects.value("/bucket/key").body == m_bytes);
    }

    void whatIsPutTogetherWronglyIsSaid()
    {
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!request.startsWith("POST") || !request.contains("uploadId="))
                return std::nullopt;
            return ScriptedServer::ok("<CompleteMultipartUploadResult><ETag>\"x-11\"</ETag><ChecksumCRC32C>"
                                      "yZRlqg==-11</ChecksumCRC32C>"
                                      "</CompleteMultipartUploadResult>");
        };
        m_place->makeFile(u"data"_s, m_bytes);
        const auto refused = m_place->upload(u"data"_s);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"checksums"_s));
    }

    void refusalsAreSaidInWords_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("not allowed") << "403 Forbidden"_ba
                                     << "AccessDenied"_ba << u"may not do that with s3://bucket/key"_s;
        QTest::newRow("no bucket") << "404 Not Found"_ba
                                   << "NoSuchBucket"_ba << u"no bucket “bucket”"_s;
    }

    void refusalsAreSaidInWords()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, code);
        QFETCH(const QString, words);
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (request.startsWith("P"))
                return MiniS3::refusal(status, code);
            return std::nullopt;
        };
        for (const qint64 size : {qint64(10), qint64(m_bytes.size())}) {
            m_place->makeFile(u"data"_s, TransferPlace::bytes(size));
            const auto refused = m_place->upload(u"data"_s);
            QVERIFY(!refused);
            QVERIFY2(refused.error().message.contains(words), qPrintable(refused.error().message));
            QVERIFY(m_place->recorded().isEmpty()); // nothing arrived that could be resumed
        }
    }

    void theBucketsRegionIsFollowed()
    {
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!ScriptedServer::header(request, "authorization").contains("/eu-west-1/s3/"))
                return MiniS3::refusal("301 Moved", "PermanentRedirect", "x-amz-bucket-region: eu-west-1\r\n");
            return std::nullopt;
        };
        m_place->options.overwrite = true; // so that the large request is the first one
        m_place->makeFile(u"data"_s, "x");
        const auto done = m_place->upload(u"data"_s);
        QVERIFY2(done, why(done));
        QCOMPARE(service().count("PUT"), 2);
        QVERIFY(m_place->slept.isEmpty());
    }

    void awkwardKeysArrive_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("blank") << u"a b"_s;
        QTest::newRow("plus") << u"a+b"_s;
        QTest::newRow("percent") << u"100%25"_s;
        QTest::newRow("double slash") << u"a//b"_s;
        QTest::newRow("leading slash") << u"/a"_s;
        QTest::newRow("trailing slash") << u"a/"_s;
        QTest::newRow("control") << u"a\x01\n\tb"_s;
        QTest::newRow("composed") << u"\u00e9"_s;
        QTest::newRow("decomposed") << u"e\u0301"_s;
        QTest::newRow("emoji") << u"\U0001F600"_s;
        QTest::newRow("query") << u"a?b=c&d#e"_s;
        QTest::newRow("longest") << QString(1024, u'k');
    }

    void awkwardKeysArrive()
    {
        QFETCH(const QString, key);
        m_place->makeFile(u"data"_s, m_bytes);
        const auto done = m_place->upload(u"data"_s, key);
        QVERIFY2(done, why(done));
        QCOMPARE(service().objects.size(), 1);
        QCOMPARE(QByteArray::fromPercentEncoding(service().objects.firstKey()), "/bucket/" + key.toUtf8());
    }

    void keysThatCannotTravelAreSaid_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("parent") << u"a/../b"_s;
        QTest::newRow("self") << u"./b"_s;
        QTest::newRow("too long") << QString(1025, u'k');
        QTest::newRow("none") << QString();
    }

    void keysThatCannotTravelAreSaid()
    {
        QFETCH(const QString, key);
        m_place->makeFile(u"data"_s, "x");
        const auto refused = m_place->upload(u"data"_s, key);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Usage);
        QVERIFY(service().server.requests.isEmpty());
    }

    void aMissingFileIsSaid()
    {
        const auto refused = m_place->upload(u"none"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Usage);
        QVERIFY(refused.error().message.contains(u"none"_s));
        QVERIFY(service().server.requests.isEmpty());
    }

    void abandonedUploadsAreFoundAndTakenAway()
    {
        failAtPart(7);
        m_place->makeFile(u"data"_s, m_bytes);
        QVERIFY(!m_place->upload(u"data"_s));
        service().fault = nullptr;
        service().uploads.insert("foreign", {"/bucket/other", {}});
        const auto engine = m_place->engine();
        auto found = QCoro::waitFor(flows::findAbandonedUploads(engine, u"bucket"_s)).value();
        QCOMPARE(found.size(), 2);
        std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.ours > b.ours; });
        QVERIFY(found[0].ours);
        QCOMPARE(found[0].place, at(u"key"_s));
        QVERIFY(!found[1].ours);
        QCOMPARE(found[1].place, at(u"other"_s));
        QCOMPARE(found[1].startedAt, QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC));
        for (const auto &upload : found)
            QVERIFY(QCoro::waitFor(flows::abortUpload(engine, upload)));
        QVERIFY(service().uploads.isEmpty());
        QVERIFY(m_place->recorded().isEmpty());
        QVERIFY(QCoro::waitFor(flows::abortUpload(engine, found[0]))); // gone already
    }

private:
    MiniS3 &service() { return m_place->service; }

    void failAtPart(int number)
    {
        service().fault = [number](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (MiniS3::member(request, "partNumber").toInt() >= number)
                return MiniS3::refusal("500 Oops", "InternalError");
            return std::nullopt;
        };
    }

    std::unique_ptr<TransferPlace> m_place;
    QByteArray m_bytes;
};

Q_DECLARE_METATYPE(ScriptedServer::Reply)

QTEST_GUILESS_MAIN(tst_Upload)
#include "tst_upload.moc"
