#include "certificatekit.h"
#include "scriptedserver.h"

#include "aws/bulk/loader.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace braketeer;
using namespace Qt::StringLiterals;
using Kind = core::Error::Kind;

namespace {

QByteArray patterned(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 131 + i / 251);
    return bytes;
}

/// A transport and a folder for its files.
struct Bench
{
    Bench()
    {
        config.proxy = {};
        config.connectTimeout = std::chrono::seconds(20);
        config.readTimeout = std::chrono::seconds(20);
    }

    std::shared_ptr<aws::BulkTransport> transport()
    {
        if (!loaded) {
            const auto result = aws::loadBulkTransport(config);
            if (!result)
                qFatal("%s", qPrintable(result.error().text()));
            loaded = *result;
        }
        return loaded;
    }

    tl::expected<aws::BulkAnswer, aws::BulkFailure> send(aws::BulkRequest request, core::CancelToken cancel = {})
    {
        return QCoro::waitFor(transport()->send(std::move(request), std::move(cancel)));
    }

    std::shared_ptr<const aws::BulkFile> source(const QByteArray &bytes) const
    {
        QFile file(folder.filePath(u"source"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("No file to send.");
        file.close();
        return aws::BulkFile::open(file.fileName()).value();
    }

    std::shared_ptr<const aws::BulkFile> target() const
    {
        return aws::BulkFile::create(folder.filePath(u"target"_s)).value();
    }

    QByteArray written() const
    {
        QFile file(folder.filePath(u"target"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    aws::BulkRequest put(const QString &url, const QByteArray &bytes) const
    {
        aws::BulkRequest request;
        request.method = "PUT";
        request.url = url.toUtf8() + "/bucket/key";
        request.headers = {{"Host", QUrl(url).authority().toUtf8()}, {"x-test", "yes"}};
        request.source = aws::FileRange{source(bytes), 0, bytes.size()};
        return request;
    }

    aws::BulkRequest get(const QString &url, qint64 offset, qint64 length) const
    {
        aws::BulkRequest request;
        request.method = "GET";
        request.url = url.toUtf8() + "/bucket/key";
        request.headers = {{"Host", QUrl(url).authority().toUtf8()}};
        request.sink = aws::FileRange{target(), offset, length};
        return request;
    }

    QTemporaryDir folder;
    aws::ClientConfig config;
    std::shared_ptr<aws::BulkTransport> loaded;
};

ScriptedServer::Reply partial(const QByteArray &body, const QByteArray &length = {})
{
    return {"HTTP/1.1 206 Partial Content\r\nContent-Length: "
                + (length.isEmpty() ? QByteArray::number(body.size()) : length) + "\r\n\r\n" + body,
            !length.isEmpty()};
}

} // namespace

/// What carries large bodies: libcurl behind the plugin.
class tst_Bulk : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aRangeOfAFileIsTheBody()
    {
        ScriptedServer server;
        Bench bench;
        const QByteArray bytes = patterned(1'000'000);
        aws::BulkRequest request = bench.put(server.url(), bytes);
        request.source->offset = 17;
        request.source->length = 900'000;
        request.sent = std::make_shared<std::atomic<qint64>>(0);
        const auto sent = request.sent;
        const auto answer = bench.send(std::move(request));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "{}"_ba);
        QCOMPARE(sent->load(), 900'000);
        const QByteArray &received = server.requests.first();
        QVERIFY(received.startsWith("PUT /bucket/key HTTP/1.1\r\n"));
        QCOMPARE(ScriptedServer::header(received, "x-test"), "yes"_ba);
        QCOMPARE(ScriptedServer::header(received, "accept"), ""_ba);
        QCOMPARE(ScriptedServer::header(received, "expect"), ""_ba);
        QVERIFY(ScriptedServer::body(received) == QByteArrayView(bytes).sliced(17, 900'000));
    }

    void noSourceIsAnEmptyBody()
    {
        ScriptedServer server;
        Bench bench;
        aws::BulkRequest request = bench.put(server.url(), {});
        request.source.reset();
        QVERIFY(bench.send(std::move(request)).has_value());
        QCOMPARE(ScriptedServer::header(server.requests.first(), "content-length"), "0"_ba);
    }

    void aPartGoesWhereItBelongs()
    {
        ScriptedServer server;
        const QByteArray bytes = patterned(500'000);
        server.answer = [&](const QByteArray &) { return partial(bytes); };
        Bench bench;
        aws::BulkRequest request = bench.get(server.url(), 1000, bytes.size());
        request.digest = aws::BulkDigest::Sha256;
        const auto answer = bench.send(std::move(request));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->digest, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        QVERIFY(answer->body.isEmpty());
        QVERIFY(bench.written() == QByteArray(1000, '\0') + bytes);
    }

    void refusalsKeepTheirBodyOutOfTheFile()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) { return ScriptedServer::status("403 Forbidden", "<Error/>"); };
        Bench bench;
        const auto answer = bench.send(bench.get(server.url(), 0, 10));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->status, 403);
        QCOMPARE(answer->body, "<Error/>"_ba);
        QVERIFY(bench.written().isEmpty());
    }

    void aHugeRefusalIsCutOff()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) {
            return ScriptedServer::status("500 Oops", QByteArray(3'000'000, 'x'));
        };
        Bench bench;
        const auto answer = bench.send(bench.get(server.url(), 0, 10));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->body.size(), 64 * 1024);
    }

    void answersThatAreNotThePartAreRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("again");
        QTest::newRow("whole object") << "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n01234567890123456789"_ba
                                      << false;
        QTest::newRow("longer") << "HTTP/1.1 206 Partial\r\nContent-Length: 11\r\n\r\n01234567890"_ba << false;
        QTest::newRow("shorter") << "HTTP/1.1 206 Partial\r\nContent-Length: 9\r\n\r\n012345678"_ba << true;
        QTest::newRow("cut off") << "HTTP/1.1 206 Partial\r\nContent-Length: 10\r\n\r\n01234"_ba << true;
        QTest::newRow("nothing") << ""_ba << true;
    }

    void answersThatAreNotThePartAreRefused()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, again);
        ScriptedServer server;
        server.answer = [&](const QByteArray &) { return ScriptedServer::Reply{answer, true}; };
        Bench bench;
        aws::BulkRequest request = bench.get(server.url(), 0, 10);
        request.received = std::make_shared<std::atomic<qint64>>(0);
        const auto received = request.received;
        const auto result = bench.send(std::move(request));
        QVERIFY(!result);
        QCOMPARE(result.error().error.kind, Kind::Network);
        QCOMPARE(result.error().connectionLost, again);
        QCOMPARE(received->load(), 0);
    }

    void aDiskThatIsFullIsSaid_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("noticed at the end") << 1000;
        QTest::newRow("noticed on the way") << 3'000'000;
    }

    void aDiskThatIsFullIsSaid()
    {
        QFETCH(const int, size);
        const auto full = aws::BulkFile::create(u"/dev/full"_s);
        if (!full)
            QSKIP("There is no /dev/full here.");
        ScriptedServer server;
        server.answer = [size](const QByteArray &) { return partial(patterned(size)); };
        Bench bench;
        aws::BulkRequest request = bench.get(server.url(), 0, size);
        request.sink->file = *full;
        request.received = std::make_shared<std::atomic<qint64>>(0);
        const auto received = request.received;
        const auto result = bench.send(std::move(request));
        QVERIFY(!result);
        QCOMPARE(result.error().fileProblem, ENOSPC);
        QVERIFY(!result.error().connectionLost);
        QCOMPARE(result.error().error.kind, Kind::Store);
        QCOMPARE(result.error().error.message, u"The disk is full: /dev/full cannot be written."_s);
        QVERIFY(!result.error().error.suggestion.isEmpty());
        QCOMPARE(received->load(), 0);
    }

    void connectionsAreUsedAgain()
    {
        ScriptedServer server;
        Bench bench;
        for (int i = 0; i < 5; ++i)
            QVERIFY(bench.send(bench.put(server.url(), "abc")).has_value());
        QCOMPARE(server.requests.size(), 5);
        QCOMPARE(server.connections, 1);
    }

    void manyAtOnce()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &request) {
            const QByteArray range = ScriptedServer::header(request, "range").sliced(6);
            const qint64 from = range.split('-').first().toLongLong();
            return partial(QByteArray(10'000, char('a' + from / 10'000)));
        };
        Bench bench;
        const auto file = bench.target();
        std::vector<QCoro::Task<tl::expected<aws::BulkAnswer, aws::BulkFailure>>> running;
        for (int part = 0; part < 12; ++part) {
            aws::BulkRequest request;
            request.method = "GET";
            request.url = server.url().toUtf8() + "/bucket/key";
            const qint64 from = part * qint64(10'000);
            request.headers = {{"Range", "bytes=" + QByteArray::number(from) + '-' + QByteArray::number(from + 9'999)}};
            request.sink = aws::FileRange{file, from, 10'000};
            running.push_back(bench.transport()->send(std::move(request), {}));
        }
        for (auto &task : running)
            QVERIFY(QCoro::waitFor(std::move(task)).has_value());
        QByteArray expected;
        for (char c = 'a'; c < 'a' + 12; ++c)
            expected += QByteArray(10'000, c);
        QVERIFY(bench.written() == expected);
        QVERIFY(server.connections > 1);
    }

    void aServerIsAskedBeforeTheBodyIsSent()
    {
        ScriptedServer server;
        server.closeAfterBytes = -1;
        Bench bench;
        aws::BulkRequest request = bench.put(server.url(), patterned(100'000));
        request.askFirst = true;
        QVERIFY(bench.send(std::move(request)).has_value());
        QCOMPARE(ScriptedServer::header(server.requests.first(), "expect"), "100-continue"_ba);
    }

    void cancellingEndsIt()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) { return ScriptedServer::Reply{}; }; // never
        Bench bench;
        core::CancelToken cancel;
        auto task = bench.transport()->send(bench.get(server.url(), 0, 10), cancel);
        QTRY_COMPARE(server.requests.size(), 1);
        cancel.cancel();
        const auto result = QCoro::waitFor(std::move(task));
        QVERIFY(!result);
        QCOMPARE(result.error().error.kind, Kind::Cancelled);
        QVERIFY(!result.error().connectionLost);
        QCOMPARE(bench.send(bench.get(server.url(), 0, 10), cancel).error().error.kind, Kind::Cancelled);
        QCOMPARE(server.requests.size(), 1);
    }

    void silenceEndsIt()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) { return ScriptedServer::Reply{}; };
        Bench bench;
        bench.config.readTimeout = std::chrono::seconds(1);
        const auto result = bench.send(bench.get(server.url(), 0, 10));
        QVERIFY(!result);
        QVERIFY(result.error().connectionLost);
        QVERIFY(result.error().error.message.contains(u"not answered for 1 seconds"_s));
    }

    void dotSegmentsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("parent") << "/a/../b"_ba;
        QTest::newRow("self") << "/a/./b"_ba;
        QTest::newRow("escaped") << "/a/%2E%2e/b"_ba;
        QTest::newRow("last") << "/a/.."_ba;
    }

    void dotSegmentsAreRefused()
    {
        QFETCH(const QByteArray, path);
        ScriptedServer server;
        Bench bench;
        aws::BulkRequest request = bench.get(server.url(), 0, 10);
        request.url = server.url().toUtf8() + path;
        const auto result = bench.send(std::move(request));
        QVERIFY(!result);
        QCOMPARE(result.error().error.kind, Kind::Usage);
        QCOMPARE(server.connections, 0);
    }

    void theTargetIsSentAsItWasSigned()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) { return partial("0123456789"); };
        Bench bench;
        aws::BulkRequest request = bench.get(server.url(), 0, 10);
        const QByteArray target = "/b//%2F%20%2B+~%00%C3%A9/?x-id=GetObject&partNumber=1";
        request.url = server.url().toUtf8() + target;
        QVERIFY(bench.send(std::move(request)).has_value());
        QVERIFY(server.requests.first().startsWith("GET " + target + " HTTP/1.1\r\n"));
    }

    void aMissingServerIsNamed()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QString url = u"http://127.0.0.1:%1"_s.arg(closed.serverPort());
        closed.close();
        Bench bench;
        const auto result = bench.send(bench.get(url, 0, 10));
        QVERIFY(!result);
        QVERIFY(result.error().error.message.contains(u"refuses connections"_s));
    }

    void unverifiedServersGetNothing()
    {
        const CertificateKit kit(u"localhost"_s, u"IP:127.0.0.1"_s);
        ScriptedServer server(kit.server());
        const QString url = u"https://127.0.0.1:%1"_s.arg(server.port());
        Bench bench;
        const auto result = bench.send(bench.put(url, "secret"));
        QVERIFY(!result);
        QCOMPARE(result.error().error.kind, Kind::Tls);
        QVERIFY(result.error().error.suggestion.contains(u"--ca-bundle"_s));
        QVERIFY(server.requests.isEmpty());
    }

    void namesInCertificatesCount()
    {
        const CertificateKit kit(u"elsewhere"_s, u"DNS:elsewhere.example"_s);
        ScriptedServer server(kit.server());
        Bench bench;
        bench.config.caBundle = kit.path();
        const auto result = bench.send(bench.put(u"https://127.0.0.1:%1"_s.arg(server.port()), "secret"));
        QVERIFY(!result);
        QCOMPARE(result.error().error.kind, Kind::Tls);
        QVERIFY(server.requests.isEmpty());
    }

    void aPrivateAuthorityIsTrustedWhenNamed()
    {
        const CertificateKit kit(u"localhost"_s, u"IP:127.0.0.1"_s);
        ScriptedServer server(kit.server());
        const QString url = u"https://127.0.0.1:%1"_s.arg(server.port());
        Bench bench;
        bench.config.caBundle = kit.path();
        const QByteArray bytes = patterned(300'000);
        const auto answer = bench.send(bench.put(url, bytes));
        QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().error.text()));
        QVERIFY(ScriptedServer::body(server.requests.first()) == bytes);
    }

    void aBundleThatIsNoneIsSaid()
    {
        Bench bench;
        bench.config.caBundle = u"/nowhere/ca.pem"_s;
        const auto result = bench.send(bench.put(u"https://127.0.0.1:1"_s, "x"));
        QVERIFY(!result);
        QCOMPARE(result.error().error.kind, Kind::Tls);
        QVERIFY(result.error().error.message.contains(u"/nowhere/ca.pem"_s));
    }

    void theProxyIsAsked()
    {
        ScriptedServer proxy;
        Bench bench;
        bench.config.proxy.http = u"http://me:pass%20word@127.0.0.1:%1"_s.arg(proxy.port());
        QVERIFY(bench.send(bench.put(u"http://bucket.example.com"_s, "abc")).has_value());
        QVERIFY(proxy.requests.first().startsWith("PUT http://bucket.example.com/bucket/key HTTP/1.1\r\n"));
        QCOMPARE(ScriptedServer::header(proxy.requests.first(), "proxy-authorization"),
                 "Basic " + "me:pass word"_ba.toBase64());
    }

    void aProxyThatRefusesATunnelIsSaid()
    {
        ScriptedServer proxy;
        proxy.answer = [](const QByteArray &) { return ScriptedServer::status("407 Login", ""); };
        Bench bench;
        bench.config.proxy.https = u"http://127.0.0.1:%1"_s.arg(proxy.port());
        const auto result = bench.send(bench.put(u"https://bucket.example.com"_s, "abc"));
        QVERIFY(!result);
        QVERIFY2(result.error().error.message.contains(u"user and a password"_s),
                 qPrintable(result.error().error.message));
    }

    void theEnvironmentsProxyIsNotAsked()
    {
        qputenv("http_proxy", "http://127.0.0.1:1");
        ScriptedServer server;
        Bench bench;
        const auto answer = bench.send(bench.put(server.url(), "abc"));
        qunsetenv("http_proxy");
        QVERIFY(answer.has_value());
    }

    void aFileThatShrankIsSaid()
    {
        ScriptedServer server;
        Bench bench;
        aws::BulkRequest request = bench.put(server.url(), patterned(100'000));
        QVERIFY(QFile::resize(request.source->file->path(), 50'000));
        const auto result = bench.send(std::move(request));
        QVERIFY(!result);
        QCOMPARE(result.error().error.kind, Kind::Usage);
        QVERIFY(result.error().error.message.contains(u"changed"_s));
    }

    void aFileThatMayNotGrowIsSaid()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) { return partial(QByteArray(100'000, 'x')); };
        Bench bench;
        const aws::BulkRequest request = bench.get(server.url(), 0, 100'000);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{50'000, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto result = bench.send(request);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!result);
        QCOMPARE(result.error().error.kind, Kind::Store);
        QCOMPARE(result.error().fileProblem, EFBIG);
        QVERIFY(!result.error().connectionLost);
    }

    void twoCannotWriteOneFile()
    {
        const Bench bench;
        const auto first = bench.target();
        const auto second = aws::BulkFile::create(bench.folder.filePath(u"target"_s));
        QVERIFY(!second);
        QVERIFY(second.error().message.contains(u"another download"_s));
    }

    void onlyFilesAreOpened()
    {
        const Bench bench;
        QCOMPARE(aws::BulkFile::open(bench.folder.path()).error().kind, Kind::Usage);
        QCOMPARE(aws::BulkFile::open(bench.folder.filePath(u"none"_s)).error().kind, Kind::Usage);
        QVERIFY(aws::BulkFile::create(bench.folder.filePath(u"no/folder"_s)).error().message.contains(u"folder"_s));
        QVERIFY(aws::BulkFile::open(u"/dev/null"_s).error().message.contains(u"not a file"_s));
    }
};

QTEST_GUILESS_MAIN(tst_Bulk)
#include "tst_bulk.moc"
