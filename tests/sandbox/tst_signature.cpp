#include "client.h"

#include "sandbox/auth/canonical.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

using namespace braketeer;
using namespace braketeer::sandbox;
using namespace Qt::StringLiterals;

namespace {

QString suitesFolder()
{
    return qEnvironmentVariable("BRAKETEER_SUITES", QStringLiteral(BRAKETEER_TEST_DATA "/suites"));
}

QJsonObject readObject(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

// The request of a case as this room would have received it.
RawRequest received(const QJsonObject &expected)
{
    RawRequest request;
    request.method = expected[u"method"].toString().toUtf8();
    const QByteArray url = expected[u"url"].toString().toUtf8();
    const qsizetype afterHost = url.indexOf('/', url.indexOf("://") + 3);
    request.target = afterHost < 0 ? "/"_ba : url.mid(afterHost);
    request.body = expected[u"body"].toString().toUtf8();
    const QJsonObject headers = expected[u"headers"].toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        request.headers.emplaceBack(header.key().toUtf8(), header.value().toString().toUtf8());
    request.headers.emplaceBack("Authorization", expected[u"authorization"].toString().toUtf8());
    return request;
}

} // namespace

class tst_Signature : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        Sandbox::Options options;
        options.clock = [this] { return m_now; };
        auto started = Sandbox::start(options);
        QVERIFY(started);
        m_sandbox = std::move(*started);
    }

    void init()
    {
        m_client = std::make_unique<WireClient>(*m_sandbox);
        m_client->time = m_now;
    }

    /// What botocore signed must verify here, byte for byte, by code that shares nothing with aws/sigv4.
    void theSignaturesOfBotocoreVerify_data()
    {
        QTest::addColumn<QJsonObject>("test");
        const QDir folder(suitesFolder() + u"/golden"_s);
        for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
            const QJsonObject test = readObject(folder.filePath(name));
            if (test[u"expect"].toObject().contains(u"authorization")) // presigned URLs have none
                QTest::newRow(qPrintable(name)) << test;
        }
    }

    void theSignaturesOfBotocoreVerify()
    {
        QFETCH(const QJsonObject, test);
        const QJsonObject expected = test[u"expect"].toObject();
        const RawRequest request = received(expected);
        const auto authorization = readAuthorization(request);
        QVERIFY(authorization);
        const PathForm form = test[u"service"].toString() == u"s3" ? PathForm::AsSent : PathForm::EncodedTwice;
        const QByteArray canonical = canonicalRequest(request, authorization->signedHeaders, form);
        QCOMPARE(canonical, expected[u"canonical_request"].toString().toUtf8());
        QCOMPARE(signature(test[u"credentials"][u"secret_key"].toString().toUtf8(), *authorization,
                           request.header("X-Amz-Date"), canonical),
                 authorization->signature);
    }

    void whatIsSignedCannotBeChanged_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("method") << "POST "_ba
                                << "PUT "_ba;
        QTest::newRow("path") << "/jobs?"_ba
                              << "/job?"_ba;
        QTest::newRow("query") << "?a=1"_ba
                               << "?a=2"_ba;
        QTest::newRow("more query") << "?a=1"_ba
                                    << "?a=1&b="_ba;
        QTest::newRow("host") << "host: 127.0.0.1:"_ba
                              << "host: 127.0.0.2:"_ba;
        QTest::newRow("body") << "{\"filters\":[]}"_ba
                              << "{\"filters\":{}}"_ba;
        QTest::newRow("content type") << "application/json"_ba
                                      << "application/jsox"_ba;
        QTest::newRow("time") << "20260102T030405Z"_ba
                              << "20260102T030406Z"_ba;
        QTest::newRow("region") << "/us-west-2/"_ba
                                << "/us-east-1/"_ba;
        QTest::newRow("service") << "/us-west-2/braket/"_ba
                                 << "/us-west-2/sts/"_ba;
        QTest::newRow("signature") << "Signature="_ba
                                   << "Signature=0"_ba;
        QTest::newRow("signed headers") << "SignedHeaders=content-type;"_ba
                                        << "SignedHeaders="_ba;
        QTest::newRow("host is not signed") << ";host;"_ba
                                            << ";"_ba;
    }

    void whatIsSignedCannotBeChanged()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        const QByteArray good = m_client->signedRequest("POST", "/jobs?a=1", "{\"filters\":[]}");
        QCOMPARE(m_client->exchange(good).status, 200);
        QByteArray bad = good;
        bad.replace(bad.indexOf(from), from.size(), to);
        QVERIFY(good.contains(from));
        const WireReply reply = m_client->exchange(bad);
        QCOMPARE(reply.status, 403);
        QVERIFY2(reply.headers.value("x-amzn-errortype") == "InvalidSignatureException"
                     || reply.body.contains("<Code>SignatureDoesNotMatch</Code>"),
                 reply.body.constData());
    }

    void anotherEncodingOfTheSameTargetIsTheSameForAQueryOnly()
    {
        // The query is decoded and encoded again, as services do; the path is taken as it was sent.
        const QByteArray good = m_client->signedRequest("GET", "/device/a%3Ab?x=%7e");
        QByteArray query = good;
        QCOMPARE(m_client->exchange(query.replace("%7e", "~")).status, 404);
        QByteArray path = good;
        QCOMPARE(m_client->exchange(path.replace("a%3Ab", "a:b")).status, 403);
    }

    void aHeaderOfAmazonThatIsNotSignedIsRefused()
    {
        QByteArray request = m_client->signedRequest("POST", "/jobs", "{\"filters\":[]}");
        request.replace("\r\n\r\n", "\r\nX-Amz-Meta: 1\r\n\r\n");
        const WireReply reply = m_client->exchange(request);
        QCOMPARE(reply.headers.value("x-amzn-errortype"), "InvalidSignatureException"_ba);
        QVERIFY(reply.text(u"message").contains(u"X-Amz-Meta"));
    }

    void aBrokenAuthorizationIsNamed_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("message");
        const QByteArray incomplete = "IncompleteSignatureException";
        QTest::newRow("none") << QByteArray() << "MissingAuthenticationTokenException"_ba
                              << u"Missing Authentication Token"_s;
        QTest::newRow("other algorithm") << "Bearer x"_ba << incomplete << u"AWS4-HMAC-SHA256"_s;
        QTest::newRow("no signature")
            << "AWS4-HMAC-SHA256 Credential=a/b/us-west-2/braket/aws4_request, SignedHeaders=host"_ba << incomplete
            << u"requires 'Signature'"_s;
        QTest::newRow("short scope") << "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=0"_ba
                                     << incomplete << u"exactly 5 slash-delimited"_s;
        QTest::newRow("unknown key")
            << "AWS4-HMAC-SHA256 Credential=AKID/20260102/us-west-2/braket/aws4_request, SignedHeaders=host, Signature=0"_ba
            << "UnrecognizedClientException"_ba << u"security token included in the request is invalid"_s;
    }

    void aBrokenAuthorizationIsNamed()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, code);
        QFETCH(const QString, message);
        const QByteArray line = header.isEmpty() ? QByteArray() : "Authorization: " + header + "\r\n";
        const WireReply reply = m_client->exchange("GET /job/x HTTP/1.1\r\nHost: a\r\nX-Amz-Date: 20260102T030405Z\r\n"
                                                   + line + "\r\n");
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.headers.value("x-amzn-errortype"), code);
        QVERIFY2(reply.text(u"message").contains(message), reply.body.constData());
        QVERIFY(reply.headers.contains("date"));
    }

    void stsHasItsOwnFormOfRefusal()
    {
        m_client->service = "sts";
        m_client->credentials.secretAccessKey = core::Secret("wrong"_ba);
        const WireReply reply = m_client->send("POST", "/", "Action=GetCallerIdentity&Version=2011-06-15"_ba);
        QCOMPARE(reply.status, 403);
        QVERIFY(reply.body.contains("<Code>SignatureDoesNotMatch</Code>"));
        const WireReply unsignedForm = m_client->exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n"
                                                          "Content-Type: application/x-www-form-urlencoded\r\n\r\n");
        QVERIFY(unsignedForm.body.contains("<Code>MissingAuthenticationToken</Code>"));
    }

    void fiveMinutesOffAreAllowed_data()
    {
        QTest::addColumn<int>("skew");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("in time") << 0 << QString();
        QTest::newRow("just young enough") << 300 << QString();
        QTest::newRow("just not too far ahead") << -300 << QString();
        QTest::newRow("too old") << 301
                                 << u"Signature expired: 20260102T030405Z is now earlier than 20260102T030406Z"_s;
        QTest::newRow("too early") << -301 << u"Signature not yet current: 20260102T030405Z"_s;
        QTest::newRow("another day") << 86400 << u"Signature expired"_s;
    }

    void fiveMinutesOffAreAllowed()
    {
        QFETCH(const int, skew);
        QFETCH(const QString, refusal);
        m_sandbox->setClockSkew(std::chrono::seconds(skew));
        const WireReply reply = m_client->send("POST", "/jobs", "{\"filters\":[]}"_ba);
        m_sandbox->setClockSkew(std::chrono::seconds(0));
        QCOMPARE(reply.status, refusal.isEmpty() ? 200 : 403);
        QVERIFY2(reply.text(u"message").contains(refusal), reply.body.constData());
        // A client corrects itself by this header.
        const QString expected = QLocale::c().toString(m_now.addSecs(skew), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        QCOMPARE(QString::fromLatin1(reply.headers.value("date")), expected);
    }

    void temporaryKeysNeedTheirToken()
    {
        KeyPair key;
        key.accessKeyId = u"ASIATEMPORARY0000000"_s;
        key.secretAccessKey = core::Secret("temporary"_ba);
        key.sessionToken = core::Secret("FwoGZXIvYXdzEXAMPLE+/="_ba);
        key.arn = u"arn:aws:sts::000000000000:assumed-role/Research/ada"_s;
        m_sandbox->addKey(key);
        const auto ask = [this] { return m_client->send("POST", "/jobs", "{\"filters\":[]}"_ba); };

        m_client->credentials.accessKeyId = key.accessKeyId;
        m_client->credentials.secretAccessKey = key.secretAccessKey;
        QCOMPARE(ask().headers.value("x-amzn-errortype"), "UnrecognizedClientException"_ba);
        m_client->credentials.sessionToken = core::Secret("another"_ba);
        QCOMPARE(ask().headers.value("x-amzn-errortype"), "UnrecognizedClientException"_ba);
        m_client->credentials.sessionToken = key.sessionToken;
        QCOMPARE(ask().status, 200);

        key.expiry = m_now;
        m_sandbox->addKey(key);
        const WireReply expired = ask();
        QCOMPARE(expired.status, 403);
        QCOMPARE(expired.headers.value("x-amzn-errortype"), "ExpiredTokenException"_ba);
        m_client->service = "sts";
        QVERIFY(m_client->send("POST", "/", "Action=GetCallerIdentity"_ba).body.contains("<Code>ExpiredToken</Code>"));
    }

    void theEnvironmentHoldsTheFirstKey()
    {
        Sandbox::Options options;
        KeyPair key;
        key.accessKeyId = u"ASIAFIRST00000000000"_s;
        key.secretAccessKey = core::Secret("first"_ba);
        key.sessionToken = core::Secret("token"_ba);
        options.keys = {key};
        options.region = u"eu-north-1"_s;
        const auto sandbox = Sandbox::start(options);
        const QList<QPair<QString, QString>> expected{
            {u"AWS_ENDPOINT_URL"_s, (*sandbox)->url().toString()},
            {u"AWS_ACCESS_KEY_ID"_s, key.accessKeyId},
            {u"AWS_SECRET_ACCESS_KEY"_s, u"first"_s},
            {u"AWS_REGION"_s, u"eu-north-1"_s},
            {u"AWS_SESSION_TOKEN"_s, u"token"_s},
        };
        QCOMPARE((*sandbox)->environment(), expected);
    }

private:
    const QDateTime m_now = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<WireClient> m_client;
};

QTEST_GUILESS_MAIN(tst_Signature)
#include "tst_signature.moc"
