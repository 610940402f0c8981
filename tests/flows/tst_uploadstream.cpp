#include "flows/transferplace.h"

#include "aws/bulk/digest.h"
#include "flows/storage/uploadstream.h"

#include <QDir>
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

/// Gives `bytes` in uneven pieces, and then, where it is set, `error` in place of the end.
StreamSource sourceOf(const QByteArray &bytes, std::optional<core::Error> error = {})
{
    const auto at = std::make_shared<qsizetype>(0);
    return [bytes, at, error](qint64 most, core::CancelToken) -> core::Task<QByteArray> {
        const QByteArray piece = bytes.mid(*at, std::min<qsizetype>(most, 10'007));
        *at += piece.size();
        if (piece.isEmpty() && error)
            co_return core::fail(*error);
        co_return core::Result<QByteArray>(piece);
    };
}

template<class T>
QByteArray why(const core::Result<T> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}

} // namespace

/// Streams to S3, against a server that does what it is told.
class tst_UploadStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aStreamOfAnyLengthArrives_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<int>("parts");
        QTest::newRow("nothing") << qint64(0) << 0;
        QTest::newRow("a byte") << qint64(1) << 0;
        QTest::newRow("one part") << partSize << 0;
        QTest::newRow("a byte more") << partSize + 1 << 2;
        QTest::newRow("two parts") << 2 * partSize << 2;
        QTest::newRow("many") << 20 * partSize + 5 << 21;
    }

    void aStreamOfAnyLengthArrives()
    {
        QFETCH(const qint64, size);
        QFETCH(const int, parts);
        TransferPlace place;
        const QByteArray bytes = TransferPlace::bytes(size);
        const auto sent = upload(place, sourceOf(bytes));
        QVERIFY2(sent, why(sent));
        QCOMPARE(*sent, size);
        QCOMPARE(place.service.objects.value("/bucket/key").body.size(), size);
        QVERIFY(place.service.objects.value("/bucket/key").body == bytes);
        QCOMPARE(place.service.count("PUT /bucket/key?partNumber"), parts);
        QVERIFY(place.service.uploads.isEmpty());
    }

    void theWholeHasAChecksumWhereTheServiceKeepsOne()
    {
        TransferPlace place;
        place.service.fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!request.startsWith("POST /bucket/key?uploads"))
                return std::nullopt;
            place.service.uploads.insert("u", {"/bucket/key", {}});
            return ScriptedServer::status(
                "200 OK", "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>",
                "x-amz-checksum-type: FULL_OBJECT\r\n");
        };
        const QByteArray bytes = TransferPlace::bytes(5 * partSize);
        const auto sent = upload(place, sourceOf(bytes));
        QVERIFY2(sent, why(sent));
        const QByteArray completed = place.service.server.requests.last();
        QVERIFY(completed.startsWith("POST /bucket/key?uploadId=u"));
        QCOMPARE(ScriptedServer::header(completed, "x-amz-checksum-type"), "FULL_OBJECT"_ba);
        QCOMPARE(ScriptedServer::header(completed, "x-amz-checksum-crc32c"), crcOf(bytes).toBase64());
    }

    void aPartIsSentAgainAfterATrouble()
    {
        TransferPlace place;
        int refused = 0;
        place.service.fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!MiniS3::isPart(request) || MiniS3::member(request, "partNumber") != "2" || ++refused > 2)
                return std::nullopt;
            return MiniS3::refusal("503 Slow Down", "SlowDown");
        };
        const QByteArray bytes = TransferPlace::bytes(3 * partSize);
        const auto sent = upload(place, sourceOf(bytes));
        QVERIFY2(sent, why(sent));
        QVERIFY(place.service.objects.value("/bucket/key").body == bytes);
        QCOMPARE(place.service.count("PUT /bucket/key?partNumber=2"), 3);
    }

    void nothingIsLeftOfWhatFails_data()
    {
        QTest::addColumn<QByteArray>("refused"); ///< requests that begin so
        QTest::addColumn<bool>("brokenSource");
        QTest::newRow("a part") << "PUT /bucket/key?partNumber=3"_ba << false;
        QTest::newRow("its end") << "POST /bucket/key?uploadId"_ba << false;
        QTest::newRow("the source") << QByteArray() << true;
    }

    void nothingIsLeftOfWhatFails()
    {
        QFETCH(const QByteArray, refused);
        QFETCH(const bool, brokenSource);
        TransferPlace place;
        place.service.fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (refused.isEmpty() || !request.startsWith(refused))
                return std::nullopt;
            return MiniS3::refusal("403 Forbidden", "AccessDenied");
        };
        std::optional<core::Error> broken;
        if (brokenSource) {
            broken.emplace();
            broken->message = u"The source is broken."_s;
        }
        const auto sent = upload(place, sourceOf(TransferPlace::bytes(10 * partSize), broken));
        QVERIFY(!sent);
        QVERIFY(brokenSource ? sent.error().message == broken->message : sent.error().serviceCode == u"AccessDenied"_s);
        QVERIFY(place.service.uploads.isEmpty());
        QVERIFY(place.service.objects.isEmpty());
        QCOMPARE(place.service.count("DELETE /bucket/key?uploadId"), 1);
    }

    void whatCannotBeTakenAwayIsSaid()
    {
        TransferPlace place;
        place.service.fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!MiniS3::isPart(request) && !request.startsWith("DELETE"))
                return std::nullopt;
            return MiniS3::refusal("403 Forbidden", "AccessDenied");
        };
        const auto sent = upload(place, sourceOf(TransferPlace::bytes(2 * partSize)));
        QVERIFY(!sent);
        QVERIFY2(sent.error().text().contains(u"unfinished upload"), why(sent));
    }

    void nothingIsLeftOfWhatIsCancelled()
    {
        TransferPlace place;
        core::CancelToken cancel;
        place.service.fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (MiniS3::isPart(request) && MiniS3::member(request, "partNumber") == "3")
                cancel.cancel();
            return std::nullopt;
        };
        const auto sent = upload(place, sourceOf(TransferPlace::bytes(10 * partSize)), cancel);
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, core::Error::Kind::Cancelled);
        QVERIFY(place.service.uploads.isEmpty());
        QVERIFY(place.service.objects.isEmpty());
    }

    void nothingIsReplacedThatMustNotBe()
    {
        TransferPlace place;
        place.service.fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (ScriptedServer::header(request, "if-none-match") != "*")
                return std::nullopt;
            return MiniS3::refusal("412 Precondition Failed", "PreconditionFailed");
        };
        for (const qint64 size : {qint64(1), 3 * partSize}) {
            const auto sent = upload(place, sourceOf(TransferPlace::bytes(size)), {}, true);
            QVERIFY(!sent);
            QVERIFY2(sent.error().message.contains(u"already"), why(sent));
            QVERIFY(place.service.uploads.isEmpty());
        }
    }

    void noTemporaryFileIsLeft()
    {
        TransferPlace place;
        const QByteArray before = qgetenv("TMPDIR");
        QVERIFY(QDir(place.root()).mkdir(u"tmp"_s));
        qputenv("TMPDIR", place.path(u"tmp"_s).toUtf8());
        QStringList during;
        place.service.fault = [&](const QByteArray &) -> std::optional<ScriptedServer::Reply> {
            during += QDir(place.path(u"tmp"_s)).entryList(QDir::Files | QDir::Hidden);
            return std::nullopt;
        };
        const auto sent = upload(place, sourceOf(TransferPlace::bytes(4 * partSize)));
        qputenv("TMPDIR", "/proc"); // a folder that takes no files
        const auto nowhere = upload(place, sourceOf("x"_ba));
        before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
        QVERIFY2(sent, why(sent));
        QCOMPARE(during, QStringList());
        QVERIFY(!nowhere);
        QVERIFY2(nowhere.error().text().contains(u"TMPDIR"), why(nowhere));
    }

    void tenThousandPartsHoldFiveTebibytes_data()
    {
        QTest::addColumn<qint64>("expected");
        QTest::newRow("unknown") << qint64(0);
        QTest::newRow("a byte") << qint64(1);
        QTest::newRow("as long as equal parts are") << qint64(8'000) * 8 * 1024 * 1024;
        QTest::newRow("longer") << qint64(8'000) * 8 * 1024 * 1024 + 1;
        QTest::newRow("a tebibyte") << (qint64(1) << 40);
        QTest::newRow("all that there can be") << mostObjectBytes;
    }

    void tenThousandPartsHoldFiveTebibytes()
    {
        QFETCH(const qint64, expected);
        constexpr qint64 smallest = qint64(8) * 1024 * 1024;
        qint64 held = 0;
        for (int number = 1; number <= 10'000; ++number) {
            const qint64 size = streamPartSize(number, expected, smallest);
            QVERIFY(size >= smallest);
            QVERIFY(size <= qint64(5) << 30);
            if (held < expected) // all of one size but the last
                QCOMPARE(size, streamPartSize(1, expected, smallest));
            held += size;
        }
        QVERIFY(held >= mostObjectBytes);
    }

    void whatNoObjectCanHoldIsRefused()
    {
        TransferPlace place;
        StreamUpload what;
        what.place = at(u"key"_s);
        what.expectedSize = mostObjectBytes + 1;
        const auto sent = QCoro::waitFor(uploadStream(place.engine(), what, sourceOf("x"_ba)));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, core::Error::Kind::Usage);
        QCOMPARE(place.service.server.requests.size(), 0);
    }

private:
    static core::Result<qint64> upload(TransferPlace &place, const StreamSource &source,
                                       const core::CancelToken &cancel = {}, bool onlyIfAbsent = false)
    {
        StreamUpload what;
        what.place = at(u"key"_s);
        what.partSize = partSize;
        what.onlyIfAbsent = onlyIfAbsent;
        return QCoro::waitFor(uploadStream(place.engine(), what, source, cancel));
    }
};

QTEST_GUILESS_MAIN(tst_UploadStream)
#include "tst_uploadstream.moc"
