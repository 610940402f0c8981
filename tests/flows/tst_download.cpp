#include "flows/transferplace.h"

#include "aws/bulk/digest.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;
using aws::BulkDigest;
using flows::TransferState;
using Kind = core::Error::Kind;

namespace {

QByteArray sum(BulkDigest kind, const QByteArray &bytes)
{
    aws::RunningDigest digest(kind);
    digest.add(bytes);
    return digest.result();
}

QByteArray why(const core::Result<flows::TransferStatus> &result)
{
    return result ? QByteArray() : result.error().text().toUtf8();
}

/// The checksum of the checksums of parts of `size` bytes.
QByteArray composite(BulkDigest kind, const QByteArray &bytes, qint64 size)
{
    QByteArray digests;
    int count = 0;
    for (qint64 from = 0; from < bytes.size(); from += size, ++count)
        digests += sum(kind, bytes.mid(from, size));
    return sum(kind, digests).toBase64() + '-' + QByteArray::number(count);
}

constexpr qint64 mebibyte = 1024 * 1024;

} // namespace

/// Objects that become files.
class tst_Download : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_place = std::make_unique<TransferPlace>();
        m_bytes = TransferPlace::bytes(10 * TransferPlace::partSize + 1234);
    }

    void objectsOfEverySize_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size : {qint64(0), qint64(1), TransferPlace::partSize - 1, TransferPlace::partSize,
                                  TransferPlace::partSize + 1, 7 * TransferPlace::partSize})
            QTest::addRow("%lld bytes", size) << size;
    }

    void objectsOfEverySize()
    {
        QFETCH(const qint64, size);
        const QByteArray bytes = TransferPlace::bytes(size);
        service().put("/bucket/key", bytes);
        const auto done = m_place->download(u"key"_s, u"target"_s);
        QVERIFY2(done, why(done));
        QCOMPARE(done->state, TransferState::Done);
        QCOMPARE(done->proof, flows::Proof::Length);
        QCOMPARE(done->bytesDone, size);
        QVERIFY(TransferPlace::contentOf(m_place->path(u"target"_s)) == bytes);
        QVERIFY(m_place->leftovers().isEmpty());
        QVERIFY(m_place->recorded().isEmpty());
        QCOMPARE(service().count("GET"), int((size + TransferPlace::partSize - 1) / TransferPlace::partSize));
    }

    void everyPartIsOfTheSameObject()
    {
        service().put("/bucket/key", m_bytes);
        QVERIFY(m_place->download(u"key"_s, u"target"_s));
        for (const QByteArray &request : service().server.requests) {
            if (request.startsWith("GET"))
                QCOMPARE(ScriptedServer::header(request, "if-match"), service().objects.value("/bucket/key").eTag);
        }
    }

    void checksumsAreCompared_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("partSize");
        QTest::addColumn<flows::Proof>("proof");
        const QByteArray bytes = TransferPlace::bytes(3 * mebibyte + 77);
        const auto add = [&](const char *name, BulkDigest kind, flows::Proof proof) {
            const QByteArray header = "x-amz-checksum-"_ba + name;
            QTest::newRow(name) << header << sum(kind, bytes).toBase64() << qint64(0) << proof;
            QTest::addRow("composite %s", name) << header << composite(kind, bytes, mebibyte) << mebibyte << proof;
        };
        add("crc32", BulkDigest::Crc32, flows::Proof::Crc32);
        add("crc32c", BulkDigest::Crc32c, flows::Proof::Crc32c);
        add("crc64nvme", BulkDigest::Crc64Nvme, flows::Proof::Crc64Nvme); // S3 itself has only whole ones
        add("sha1", BulkDigest::Sha1, flows::Proof::Sha1);
        add("sha256", BulkDigest::Sha256, flows::Proof::Sha256);
    }

    void checksumsAreCompared()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, value);
        QFETCH(const qint64, partSize);
        QFETCH(const flows::Proof, proof);
        const QByteArray bytes = TransferPlace::bytes(3 * mebibyte + 77);
        service().put("/bucket/key", bytes);
        service().objects["/bucket/key"].headers.insert(header, value);
        service().objects["/bucket/key"].partSize = partSize;
        const auto done = m_place->download(u"key"_s, u"good"_s);
        QVERIFY2(done, why(done));
        QCOMPARE(done->proof, proof);
        QVERIFY(TransferPlace::contentOf(m_place->path(u"good"_s)) == bytes);

        service().objects["/bucket/key"].body[mebibyte + 5] = '!'; // rotten, and nobody noticed
        service().objects["/bucket/key"].body[mebibyte + 6] = '?';
        const auto refused = m_place->download(u"key"_s, u"bad"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"checksum"_s), qPrintable(refused.error().message));
        QVERIFY(!QFile::exists(m_place->path(u"bad"_s)));
        QVERIFY(m_place->leftovers().isEmpty());
    }

    void aFileThatIsThereStays()
    {
        service().put("/bucket/key", "after");
        m_place->makeFile(u"target"_s, "before");
        const auto refused = m_place->download(u"key"_s, u"target"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Usage);
        QCOMPARE(TransferPlace::contentOf(m_place->path(u"target"_s)), "before"_ba);
        QVERIFY(service().server.requests.isEmpty());
        m_place->options.overwrite = true;
        QVERIFY(m_place->download(u"key"_s, u"target"_s));
        QCOMPARE(TransferPlace::contentOf(m_place->path(u"target"_s)), "after"_ba);
    }

    void aFileThatAppearsMeanwhileStays()
    {
        service().put("/bucket/key", "after");
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (request.startsWith("GET"))
                m_place->makeFile(u"target"_s, "somebody else's");
            return std::nullopt;
        };
        const auto refused = m_place->download(u"key"_s, u"target"_s);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"exists already"_s));
        QCOMPARE(TransferPlace::contentOf(m_place->path(u"target"_s)), "somebody else's"_ba);
        QVERIFY(m_place->leftovers().isEmpty());
    }

    void partsAreTriedAgain_data()
    {
        QTest::addColumn<ScriptedServer::Reply>("reply");
        QTest::newRow("reset") << ScriptedServer::Reply{{}, true}; // libcurl begins anew on its own where it may
        QTest::newRow("truncated") << ScriptedServer::Reply{
            "HTTP/1.1 206 Partial\r\nContent-Length: 65536\r\n\r\nabcdefgh", true};
        QTest::newRow("slow down") << MiniS3::refusal("503 Slow Down", "SlowDown");
    }

    void partsAreTriedAgain()
    {
        QFETCH(const ScriptedServer::Reply, reply);
        QMap<QByteArray, int> tries;
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (MiniS3::isRange(request) && tries[ScriptedServer::header(request, "range")]++ < 1)
                return reply;
            return std::nullopt;
        };
        service().put("/bucket/key", m_bytes);
        const auto done = m_place->download(u"key"_s, u"target"_s);
        QVERIFY2(done, why(done));
        QVERIFY(TransferPlace::contentOf(m_place->path(u"target"_s)) == m_bytes);
        QVERIFY(!m_place->slept.isEmpty());
        QCOMPARE(done->bytesDone, m_bytes.size());
    }

    void anObjectThatChangesOnTheWayIsSaid_data()
    {
        QTest::addColumn<bool>("judges");
        QTest::newRow("the service says so") << true;
        QTest::newRow("the service does not look at If-Match") << false;
    }

    void anObjectThatChangesOnTheWayIsSaid()
    {
        QFETCH(const bool, judges);
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!MiniS3::isRange(request) || ScriptedServer::header(request, "range") != "bytes=327680-393215")
                return std::nullopt;
            service().put("/bucket/key", TransferPlace::bytes(m_bytes.size() + 1).sliced(1));
            if (judges)
                return std::nullopt;
            return ScriptedServer::Reply{"HTTP/1.1 206 Partial\r\nETag: \"other\"\r\n"
                                         "Content-Range: bytes 327680-393215/656594\r\nContent-Length: 65536\r\n\r\n"
                                         + QByteArray(65536, 'x')};
        };
        service().put("/bucket/key", m_bytes);
        const auto refused = m_place->download(u"key"_s, u"target"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"replaced by another"_s), qPrintable(refused.error().message));
        QVERIFY(!QFile::exists(m_place->path(u"target"_s)));
        QVERIFY(m_place->leftovers().isEmpty());
        QVERIFY(m_place->recorded().isEmpty());
    }

    void aPartOfAnotherPlaceIsRefused()
    {
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!MiniS3::isRange(request))
                return std::nullopt;
            return ScriptedServer::Reply{"HTTP/1.1 206 Partial\r\nContent-Range: bytes 1-5/6\r\n"
                                         "Content-Length: 5\r\n\r\nabcde"};
        };
        service().put("/bucket/key", "hello");
        QVERIFY(!m_place->download(u"key"_s, u"target"_s));
        QVERIFY(!QFile::exists(m_place->path(u"target"_s)));
    }

    void whatArrivedIsNotFetchedAgain()
    {
        failFrom(7);
        service().put("/bucket/key", m_bytes);
        const auto refused = m_place->download(u"key"_s, u"target"_s);
        QVERIFY(!refused);
        QVERIFY(!QFile::exists(m_place->path(u"target"_s)));
        QCOMPARE(m_place->leftovers(), QStringList{u".target.braketeer-part"_s});
        QCOMPARE(m_place->recorded().size(), 1);
        QVERIFY(!m_place->recorded().first().errorMessage.isEmpty());

        service().fault = nullptr;
        service().server.requests.clear();
        const auto done = m_place->download(u"key"_s, u"target"_s);
        QVERIFY2(done, why(done));
        QVERIFY(TransferPlace::contentOf(m_place->path(u"target"_s)) == m_bytes);
        QCOMPARE(service().count("GET"), 11 - 6);
        QCOMPARE(done->bytesDone, m_bytes.size());
        QVERIFY(m_place->leftovers().isEmpty());
        QVERIFY(m_place->recorded().isEmpty());
    }

    void whatRottedOnTheDiskIsNoticed()
    {
        failFrom(7);
        service().put("/bucket/key", m_bytes);
        service().objects["/bucket/key"].headers.insert("x-amz-checksum-crc32c",
                                                        sum(BulkDigest::Crc32c, m_bytes).toBase64());
        QVERIFY(!m_place->download(u"key"_s, u"target"_s));
        service().fault = nullptr;
        QFile partial(m_place->path(u".target.braketeer-part"_s));
        QVERIFY(partial.open(QIODevice::ReadWrite));
        partial.write("rot");
        partial.close();
        const auto refused = m_place->download(u"key"_s, u"target"_s);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"checksum"_s));
        QVERIFY(m_place->leftovers().isEmpty());
        QVERIFY(m_place->download(u"key"_s, u"target"_s)); // from the beginning
        QVERIFY(TransferPlace::contentOf(m_place->path(u"target"_s)) == m_bytes);
    }

    void anotherObjectBeginsAnew()
    {
        failFrom(7);
        service().put("/bucket/key", m_bytes);
        QVERIFY(!m_place->download(u"key"_s, u"target"_s));
        service().fault = nullptr;
        const QByteArray other = m_bytes + "more";
        service().put("/bucket/key", other);
        service().server.requests.clear();
        QVERIFY(m_place->download(u"key"_s, u"target"_s));
        QVERIFY(TransferPlace::contentOf(m_place->path(u"target"_s)) == other);
        QCOMPARE(service().count("GET"), 11);
    }

    void aLostPartialFileBeginsAnew()
    {
        failFrom(7);
        service().put("/bucket/key", m_bytes);
        QVERIFY(!m_place->download(u"key"_s, u"target"_s));
        service().fault = nullptr;
        QVERIFY(QFile::remove(m_place->path(u".target.braketeer-part"_s)));
        QVERIFY(m_place->download(u"key"_s, u"target"_s));
        QVERIFY(TransferPlace::contentOf(m_place->path(u"target"_s)) == m_bytes);
    }

    void cancellingLeavesNothing()
    {
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (MiniS3::isRange(request) && service().count("GET") == 6)
                m_place->cancel.cancel();
            return std::nullopt;
        };
        service().put("/bucket/key", m_bytes);
        const auto stopped = m_place->download(u"key"_s, u"target"_s);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Kind::Cancelled);
        QVERIFY(!QFile::exists(m_place->path(u"target"_s)));
        QVERIFY(m_place->leftovers().isEmpty());
        QVERIFY(m_place->recorded().isEmpty());
    }

    void expiredKeysAreRenewedOnTheWay()
    {
        m_place->keys->tokens = {"old", "new"};
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (service().count("GET") >= 5 && ScriptedServer::header(request, "x-amz-security-token") == "old")
                return MiniS3::refusal("400 Bad Request", "ExpiredToken");
            return std::nullopt;
        };
        service().put("/bucket/key", m_bytes);
        const auto done = m_place->download(u"key"_s, u"target"_s);
        QVERIFY2(done, why(done));
        QVERIFY(TransferPlace::contentOf(m_place->path(u"target"_s)) == m_bytes);
        QVERIFY(m_place->keys->renewals >= 1);
    }

    void refusalsAreSaidInWords_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("not there") << "404 Not Found"_ba << u"no object s3://bucket/key"_s;
        QTest::newRow("not allowed") << "403 Forbidden"_ba << u"may not do that"_s;
    }

    void refusalsAreSaidInWords()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QString, words);
        service().fault = [&](const QByteArray &) -> std::optional<ScriptedServer::Reply> {
            return ScriptedServer::Reply{"HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"};
        };
        const auto refused = m_place->download(u"key"_s, u"target"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(words), qPrintable(refused.error().message));
        QVERIFY(m_place->leftovers().isEmpty());
    }

    void theBucketsRegionIsFollowed()
    {
        service().fault = [&](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!ScriptedServer::header(request, "authorization").contains("/eu-west-1/s3/"))
                return ScriptedServer::Reply{
                    "HTTP/1.1 400 Bad Request\r\nx-amz-bucket-region: eu-west-1\r\nContent-Length: 0\r\n\r\n"};
            return std::nullopt;
        };
        service().put("/bucket/key", m_bytes);
        const auto done = m_place->download(u"key"_s, u"target"_s);
        QVERIFY2(done, why(done));
        QCOMPARE(service().count("HEAD"), 2);
        QCOMPARE(service().count("GET"), 11);
    }

    void placesThatCannotBeWrittenAreSaid()
    {
        service().put("/bucket/key", "x");
        const auto folder = m_place->download(u"key"_s, u"."_s);
        QVERIFY(!folder);
        QVERIFY(folder.error().message.contains(u"is a folder"_s));
        const auto missing = m_place->download(u"key"_s, u"no/such/target"_s);
        QVERIFY(!missing);
        QVERIFY(missing.error().message.contains(u"folder does not exist"_s));
        QCOMPARE(missing.error().kind, Kind::Usage);
    }

    void aDiskThatTakesNoMoreIsSaid()
    {
        service().put("/bucket/key", m_bytes);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{rlim_t(m_bytes.size() - 1), before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto refused = m_place->download(u"key"_s, u"target"_s);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Store);
        QVERIFY(!QFile::exists(m_place->path(u"target"_s)));
        QVERIFY(m_place->leftovers().isEmpty());
        QCOMPARE(service().count("GET"), 0); // found out before anything was fetched
    }

    void awkwardNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("blanks") << u"  a b  "_s;
        QTest::newRow("hidden") << u".hidden"_s;
        QTest::newRow("line break") << u"a\nb"_s;
        QTest::newRow("unicode") << u"\u00e9e\u0301\U0001F600"_s;
        QTest::newRow("longest") << QString(255, u'n');
        QTest::newRow("longest in bytes") << QString(127, u'\u00e9');
    }

    void awkwardNames()
    {
        QFETCH(const QString, name);
        service().put("/bucket/key", m_bytes);
        const auto done = m_place->download(u"key"_s, name);
        QVERIFY2(done, why(done));
        QVERIFY(TransferPlace::contentOf(m_place->path(name)) == m_bytes);
        QVERIFY(m_place->leftovers().isEmpty());
    }

    void twoDownloadsOfOneFileDoNotMix()
    {
        service().put("/bucket/key", m_bytes);
        service().put("/bucket/other", QByteArray(m_bytes.size(), 'o'));
        auto first = flows::downloadFile(m_place->engine(), at(u"key"_s), m_place->path(u"target"_s), {});
        auto second = flows::downloadFile(m_place->engine(), at(u"other"_s), m_place->path(u"target"_s), {});
        const auto one = QCoro::waitFor(std::move(first));
        const auto two = QCoro::waitFor(std::move(second));
        QVERIFY(one.has_value() != two.has_value());
        const QByteArray content = TransferPlace::contentOf(m_place->path(u"target"_s));
        QVERIFY(content == (one ? m_bytes : QByteArray(m_bytes.size(), 'o')));
        QVERIFY(m_place->leftovers().isEmpty());
    }

private:
    MiniS3 &service() { return m_place->service; }

    void failFrom(int number)
    {
        service().fault = [number](const QByteArray &request) -> std::optional<ScriptedServer::Reply> {
            if (!MiniS3::isRange(request))
                return std::nullopt;
            const qint64 from = ScriptedServer::header(request, "range").mid(6).split('-').first().toLongLong();
            if (from / TransferPlace::partSize + 1 >= number)
                return MiniS3::refusal("500 Oops", "InternalError");
            return std::nullopt;
        };
    }

    std::unique_ptr<TransferPlace> m_place;
    QByteArray m_bytes;
};

Q_DECLARE_METATYPE(ScriptedServer::Reply)

QTEST_GUILESS_MAIN(tst_Download)
#include "tst_download.moc"
