#include "s3client.h"

#include <QElapsedTimer>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace braketeer;
using namespace braketeer::sandbox;
using namespace Qt::StringLiterals;

namespace {

QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

/// Signatures in all their forms, requests that mean harm, and faults that were asked for.
class tst_S3Trouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        Options options;
        options.clock = [this] { return m_now; };
        auto started = Sandbox::start(options);
        QVERIFY(started);
        m_sandbox = std::move(*started);
        m_client = std::make_unique<S3Client>(*m_sandbox);
        m_client->time = m_now;
        QVERIFY(m_sandbox->createBucket("bucket", "us-west-2"));
        QVERIFY(m_sandbox->putObject("bucket", "a", "0123456789"));
    }

    void cleanup()
    {
        m_client.reset();
        m_sandbox.reset();
    }

    void aWrongSignatureIsRefused_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("is");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("path") << "GET /bucket/a"_ba
                              << "GET /bucket/b"_ba
                              << "SignatureDoesNotMatch"_ba;
        QTest::newRow("encoding of the path") << "GET /bucket/a"_ba
                                              << "GET /bucket/%61"_ba
                                              << "SignatureDoesNotMatch"_ba;
        QTest::newRow("query") << "GET /bucket/a"_ba
                               << "GET /bucket/a?versionId=null"_ba
                               << "SignatureDoesNotMatch"_ba;
        QTest::newRow("key") << "Credential=AKIASANDBOX"_ba
                             << "Credential=AKIASANDBOY"_ba
                             << "InvalidAccessKeyId"_ba;
        QTest::newRow("unsigned header") << "\r\n\r\n"_ba
                                         << "\r\nx-amz-acl: public-read\r\n\r\n"_ba
                                         << "AccessDenied"_ba;
        QTest::newRow("no hash") << "x-amz-content-sha256: "_ba
                                 << "x-other: "_ba
                                 << "InvalidRequest"_ba;
        QTest::newRow("version 2") << "Authorization: AWS4-HMAC-SHA256 "_ba
                                   << "Authorization: AWS "_ba
                                   << "InvalidRequest"_ba;
        QTest::newRow("malformed") << ", Signature="_ba
                                   << ", Sig="_ba
                                   << "AuthorizationHeaderMalformed"_ba;
    }

    void aWrongSignatureIsRefused()
    {
        QFETCH(const QByteArray, was);
        QFETCH(const QByteArray, is);
        QByteArray bytes = m_client->bytesOf({"GET", "/bucket/a", {}, {}, {}});
        const qsizetype place = bytes.toLower().indexOf(was.toLower());
        QVERIFY(place >= 0);
        bytes.replace(place, was.size(), is);
        const WireReply reply = m_client->wire.exchange(bytes);
        QTEST(element(reply, "Code"), "code");
    }

    void theClockMayDifferByFifteenMinutes()
    {
        m_client->time = m_now.addSecs(14 * 60);
        QCOMPARE(m_client->get("/bucket/a").status, 200);
        m_client->time = m_now.addSecs(-16 * 60);
        const WireReply late = m_client->get("/bucket/a");
        QCOMPARE(late.status, 403);
        QCOMPARE(element(late, "Code"), "RequestTimeTooSkewed"_ba);
        QCOMPARE(element(late, "MaxAllowedSkewMilliseconds"), "900000"_ba);
    }

    void aTemporaryKeyExpires()
    {
        KeyPair key;
        key.accessKeyId = u"ASIATEMPORARY"_s;
        key.secretAccessKey = core::Secret("secret"_ba);
        key.sessionToken = core::Secret("to/k+en=="_ba);
        key.expiry = m_now.addSecs(60);
        m_sandbox->addKey(key);
        m_client->credentials.accessKeyId = key.accessKeyId;
        m_client->credentials.secretAccessKey = key.secretAccessKey;
        m_client->credentials.sessionToken = key.sessionToken;
        QCOMPARE(m_client->get("/bucket/a").status, 200);
        QCOMPARE(m_client->wire.exchange(plain("GET", m_client->presigned("GET", "/bucket/a", 600))).status, 200);
        m_sandbox->setClockSkew(std::chrono::seconds(61));
        QCOMPARE(element(m_client->get("/bucket/a"), "Code"), "ExpiredToken"_ba);
    }

    void aPresignedUrlHoldsForItsTime()
    {
        const QByteArray target = m_client->presigned("GET", "/bucket/a?response-content-type=text%2Fx", 60);
        const WireReply reply = m_client->wire.exchange(plain("GET", target));
        QCOMPARE(reply.body, "0123456789"_ba);
        QCOMPARE(reply.headers.value("content-type"), "text/x"_ba);
        QCOMPARE(element(m_client->wire.exchange(plain("DELETE", target)), "Code"), "SignatureDoesNotMatch"_ba);
        QByteArray other = target;
        other.replace("/bucket/a", "/bucket/b");
        QCOMPARE(element(m_client->wire.exchange(plain("GET", other)), "Code"), "SignatureDoesNotMatch"_ba);
        m_sandbox->setClockSkew(std::chrono::seconds(61));
        const WireReply late = m_client->wire.exchange(plain("GET", target));
        QCOMPARE(late.status, 403);
        QCOMPARE(element(late, "Message"), "Request has expired"_ba);
    }

    void signedChunksAreVerified_data()
    {
        QTest::addColumn<int>("spoiled"); // the byte of the body that is changed; -1: none
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("right") << -1 << QByteArray();
        QTest::newRow("first chunk") << 0 << "SignatureDoesNotMatch"_ba;
        QTest::newRow("second chunk") << 70'000 << "SignatureDoesNotMatch"_ba;
    }

    void signedChunksAreVerified()
    {
        QFETCH(const int, spoiled);
        const QList<QByteArray> chunks{QByteArray(65'536, 'a'), QByteArray(1000, 'b')};
        const QByteArray whole = chunks.join();
        S3Request request{"PUT",
                          "/bucket/chunked",
                          {},
                          {{"x-amz-decoded-content-length", QByteArray::number(whole.size())}},
                          "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"};
        QByteArray bytes = m_client->bytesOf(request);
        QByteArray body = signedChunks(chunks);
        if (spoiled >= 0)
            body[body.indexOf(spoiled == 0 ? 'a' : 'b', body.indexOf("\r\n", spoiled == 0 ? 0 : 65'700))] = 'c';
        bytes.replace("Content-Length: 0", "Content-Length: " + QByteArray::number(body.size()));
        const WireReply reply = m_client->wire.exchange(bytes + body);
        QTEST(element(reply, "Code"), "code");
        QCOMPARE(m_sandbox->object("bucket", "chunked").value_or(QByteArray()), spoiled < 0 ? whole : QByteArray());
    }

    void aHostileRequestIsRefusedAndTheServerGoesOn_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no UTF-8") << "PUT"_ba
                                  << "/bucket/%ff%fe"_ba
                                  << "x"_ba << 400;
        QTest::newRow("bad escape") << "PUT"_ba
                                    << "/bucket/%zz"_ba
                                    << "x"_ba << 400;
        QTest::newRow("key too long") << "PUT"_ba
                                      << "/bucket/" + QByteArray(1025, 'x') << "x"_ba << 400;
        QTest::newRow("path out of the folder") << "GET"_ba
                                                << "/bucket/../../../../etc/passwd"_ba << QByteArray() << 404;
        QTest::newRow("encoded path out of it") << "GET"_ba
                                                << "/..%2f..%2fetc/passwd"_ba << QByteArray() << 404;
        QTest::newRow("bad token") << "GET"_ba
                                   << "/bucket?list-type=2&continuation-token=%21"_ba << QByteArray() << 400;
        QTest::newRow("bad number of keys") << "GET"_ba
                                            << "/bucket?list-type=2&max-keys=-1"_ba << QByteArray() << 400;
        QTest::newRow("bad XML") << "POST"_ba
                                 << "/bucket?delete="_ba
                                 << "<Delete><Object>"_ba << 400;
        QTest::newRow("XML with an entity bomb")
            << "POST"_ba
            << "/bucket?delete="_ba
            << "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
               "\"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]><Delete><Object><Key>&d;</Key>"
               "</Object></Delete>"_ba
            << 400;
        QTest::newRow("too large a document") << "POST"_ba
                                              << "/bucket?delete="_ba << QByteArray(3 << 20, ' ') << 400;
        QTest::newRow("another method") << "PATCH"_ba
                                        << "/bucket/a"_ba << QByteArray() << 405;
        QTest::newRow("a setting that is not served") << "PUT"_ba
                                                      << "/bucket?policy="_ba
                                                      << "{}"_ba << 501;
    }

    void aHostileRequestIsRefusedAndTheServerGoesOn()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, body);
        QTEST(m_client->send({method, target, body, {}, {}}).status, "status");
        S3Client other(*m_sandbox);
        other.time = m_now;
        QCOMPARE(other.get("/bucket/a").body, "0123456789"_ba);
    }

    void aRefusedUploadIsAnsweredBeforeItsBody()
    {
        S3Request request{"PUT", "/no-bucket/a", QByteArray(100'000, 'x'), {}, {}};
        QByteArray bytes = m_client->bytesOf(request);
        bytes.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
        const WireReply reply = m_client->wire.exchange(bytes.left(bytes.indexOf("\r\n\r\n") + 4));
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.headers.value("connection"), "close"_ba);
    }

    void anInvitedUploadIsTaken()
    {
        QByteArray bytes = m_client->bytesOf({"PUT", "/bucket/b", "body", {}, {}});
        bytes.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
        const qsizetype head = bytes.indexOf("\r\n\r\n") + 4;
        QCOMPARE(m_client->wire.exchange(bytes.left(head)).status, 100);
        QCOMPARE(m_client->wire.exchange(bytes.mid(head)).status, 200);
        QCOMPARE(m_sandbox->object("bucket", "b"), "body"_ba);
    }

    void anUploadThatBreaksOffLeavesNothing()
    {
        QByteArray bytes = m_client->bytesOf({"PUT", "/bucket/b", QByteArray(100'000, 'x'), {}, {}});
        {
            QTcpSocket socket;
            socket.connectToHost(u"127.0.0.1"_s, quint16(m_sandbox->port()));
            QVERIFY(socket.waitForConnected());
            socket.write(bytes.left(50'000));
            QVERIFY(socket.waitForBytesWritten());
        }
        QTRY_COMPARE(m_sandbox->requestCount(u"PutObject"_s), 1);
        QVERIFY(!m_sandbox->object("bucket", "b"));
    }

    void tooMuchIsSlowedDown()
    {
        QVERIFY(m_sandbox->addFault(u"throttle:UploadPart:1"_s));
        QVERIFY(m_sandbox->addFault(u"throttle:GetObject:1"_s));
        const WireReply reply = m_client->get("/bucket/a");
        QCOMPARE(reply.status, 503);
        QCOMPARE(element(reply, "Code"), "SlowDown"_ba);
        QCOMPARE(m_client->get("/bucket/a").status, 200);
    }

    void anErrorIsXml()
    {
        QVERIFY(m_sandbox->addFault(u"error:ListObjectsV2:InternalError:200"_s));
        const WireReply reply = m_client->get("/bucket?list-type=2");
        QCOMPARE(reply.status, 200);
        QCOMPARE(element(reply, "Code"), "InternalError"_ba);
    }

    void aTruncatedObjectBreaksOffInItsBody()
    {
        QVERIFY(m_sandbox->addFault(u"truncate:GetObject"_s));
        const WireReply reply = m_client->get("/bucket/a");
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.complete);
        QCOMPARE(reply.body, "01234"_ba);
        QVERIFY(m_client->get("/bucket/a").complete);
    }

    void anUploadIsResetBeforeOrAfter()
    {
        const QByteArray body(100'000, 'x');
        QVERIFY(m_sandbox->addFault(u"reset-before:PutObject"_s));
        QCOMPARE(m_client->put("/bucket/b", body).status, 0);
        QVERIFY(!m_sandbox->object("bucket", "b"));
        QVERIFY(m_sandbox->addFault(u"reset-after:PutObject"_s));
        QCOMPARE(m_client->put("/bucket/b", body).status, 0);
        QCOMPARE(m_sandbox->object("bucket", "b"), body);
    }

    void anObjectChangesBetweenTwoRanges()
    {
        const QByteArray eTag = m_client->get("/bucket/a", {{"range", "bytes=0-4"}}).headers.value("etag");
        QVERIFY(m_sandbox->addFault(u"change:GetObject"_s));
        QCOMPARE(m_client->get("/bucket/a", {{"range", "bytes=5-9"}, {"if-match", eTag}}).status, 412);
        QVERIFY(m_client->get("/bucket/a").headers.value("etag") != eTag);
        QCOMPARE(m_client->get("/bucket/a").body.size(), 10);
    }

    void aSlowObjectTakesItsTime()
    {
        m_sandbox->putObject("bucket", "b", QByteArray(2048, 'x'));
        QVERIFY(m_sandbox->addFault(u"slow:GetObject:10KiB"_s));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_client->get("/bucket/b").body.size(), 2048);
        QVERIFY(timer.elapsed() >= 100);
        QVERIFY(!m_sandbox->addFault(u"slow:GetObject:fast"_s));
    }

private:
    QByteArray plain(const QByteArray &method, const QByteArray &target) const
    {
        return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_sandbox->port())
               + "\r\n\r\n";
    }

    // Written out here once more: what is tested must not prove itself.
    QByteArray signedChunks(QList<QByteArray> chunks) const
    {
        const QByteArray day = m_client->lastTime.left(8);
        QByteArray key = hmac("AWS4" + m_client->credentials.secretAccessKey.reveal().toByteArray(), day);
        for (const char *part : {"us-west-2", "s3", "aws4_request"})
            key = hmac(key, part);
        QByteArray previous = m_client->lastSignature;
        QByteArray body;
        chunks.append(QByteArray());
        for (const QByteArray &chunk : chunks) {
            previous = hmac(key, "AWS4-HMAC-SHA256-PAYLOAD\n" + m_client->lastTime + '\n' + day
                                     + "/us-west-2/s3/aws4_request\n" + previous + '\n' + sha256({}) + '\n'
                                     + sha256(chunk))
                           .toHex();
            body += QByteArray::number(chunk.size(), 16) + ";chunk-signature=" + previous + "\r\n" + chunk + "\r\n";
        }
        return body;
    }

    const QDateTime m_now = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<S3Client> m_client;
};

QTEST_GUILESS_MAIN(tst_S3Trouble)
#include "tst_s3trouble.moc"
