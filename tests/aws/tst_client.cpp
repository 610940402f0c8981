#include "clientfixture.h"

#include "aws/http/answer.h"
#include "aws/sigv4/percent.h"
#include "aws/sigv4/sign.h"

#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;
using Kind = core::Error::Kind;

/// What goes over the wire: the signed bytes, once, and nothing of the network library's own making.
class tst_Client : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsSentIsWhatWasSigned_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<aws::Headers>("query");
        QTest::addColumn<QByteArray>("target");

        const QByteArray arn = aws::percentEncoded("arn:aws:braket:us-west-2:123456789012:job/5eabb790");
        QTest::newRow("an ARN in the path") << "/job/" + arn << aws::Headers{} << "/job/" + arn;
        QTest::newRow("repeated and awkward query members")
            << "/tags/" + arn << aws::Headers{{"tagKeys"_ba, "a b"_ba}, {"tagKeys"_ba, "c/d+e&f=\xc3\xa9"_ba}}
            << "/tags/" + arn + "?tagKeys=a%20b&tagKeys=c%2Fd%2Be%26f%3D%C3%A9";
        QTest::newRow("double slashes and escapes")
            << "/a//b%2Fc%2B%25%20~-._" + aws::percentEncoded("\xc3\xa9!'()*,;@[]") << aws::Headers{}
            << "/a//b%2Fc%2B%25%20~-._%C3%A9%21%27%28%29%2A%2C%3B%40%5B%5D"_ba;
        QTest::newRow("empty query value") << "/"_ba << aws::Headers{{"uploads"_ba, ""_ba}} << "/?uploads="_ba;
    }

    void whatIsSentIsWhatWasSigned()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const aws::Headers, query);
        QFETCH(const QByteArray, target);
        ScriptedServer server;
        ClientFixture fixture(server.url());
        aws::Request request = ClientFixture::post("{\"k\": \"v\\u00e9\"}");
        request.path = path;
        request.query = query;
        QVERIFY(fixture.send(request).has_value());

        QCOMPARE(server.requests.size(), 1);
        const QByteArray sent = server.requests.first();
        QCOMPARE(sent.first(sent.indexOf("\r\n")), "POST " + target + " HTTP/1.1");
        QCOMPARE(ScriptedServer::body(sent), request.body);

        // The server's view: a signature made of what arrived.
        aws::Signer signer;
        const qsizetype mark = target.indexOf('?');
        aws::SignableRequest received;
        received.method = "POST";
        received.path = mark < 0 ? target : target.first(mark);
        received.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
        for (const auto &name : {"host"_ba, "content-type"_ba})
            received.headers.emplaceBack(name, ScriptedServer::header(sent, name));
        received.payloadHash = signer.payloadHash(ScriptedServer::body(sent));
        const auto keys = QCoro::waitFor(fixture.keys->credentials());
        const auto signature = signer.signHeaders(received, *keys, {"us-west-2"_ba, "braket"_ba, fixture.now});
        QCOMPARE(ScriptedServer::header(sent, "authorization"), aws::headerValue(signature.headers, "authorization"));
        QCOMPARE(ScriptedServer::header(sent, "x-amz-date"), "20260102T030405Z"_ba);
    }

    void theLibrarysOwnHeadersAreReplaced()
    {
        ScriptedServer server;
        ClientFixture fixture(server.url());
        QVERIFY(fixture.send(ClientFixture::get()).has_value());
        const QByteArray sent = server.requests.first();
        QCOMPARE(ScriptedServer::header(sent, "accept-encoding"), "identity"_ba);
        QCOMPARE(ScriptedServer::header(sent, "accept-language"), "en"_ba);
        QCOMPARE(ScriptedServer::header(sent, "host"), "127.0.0.1:" + QByteArray::number(server.port()));
        const QByteArray agent = ScriptedServer::header(sent, "user-agent");
        QVERIFY2(agent.startsWith("Braketeer/") && agent.endsWith(" BraketSchemas/1.8.0"), agent.constData());
        QVERIFY(!sent.toLower().contains("upgrade"));
    }

    void anAnswerCarriesBodyHeadersAndRequestId()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) {
            return ScriptedServer::status("201 Created", R"({"jobArn": "a"})", "x-amzn-RequestId: 17-a\r\n");
        };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(response.has_value());
        QCOMPARE(response->status, 201);
        QCOMPARE(response->requestId, u"17-a"_s);
        QCOMPARE(response->host, u"127.0.0.1"_s);
        QCOMPARE(aws::headerValue(response->headers, "CONTENT-TYPE"), "application/json"_ba);
        const auto json = aws::readJsonAnswer(*response);
        QVERIFY(json.has_value());
        QCOMPARE(json->value("jobArn"_L1).toString(), u"a"_s);
    }

    void dotSegmentsAreRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("..") << "/b/../x"_ba;
        QTest::newRow(".") << "/b/./x"_ba;
        QTest::newRow("at the end") << "/b/.."_ba;
        QTest::newRow("encoded") << "/b/%2e%2E/x"_ba;
    }

    void dotSegmentsAreRefusedBeforeAnythingIsSent()
    {
        QFETCH(const QByteArray, path);
        ScriptedServer server;
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::get(path));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Usage);
        QVERIFY(response.error().message.contains(u"segment"_s));
        QCOMPARE(server.connections, 0);
        QCOMPARE(fixture.keys->asked, 0);
    }

    void aPathThatWouldBeChangedIsRefused()
    {
        ScriptedServer server;
        ClientFixture fixture(server.url());
        for (const auto &path : {"/a b"_ba, "/a%7Eb"_ba, "/a\"b"_ba, "/%zz"_ba}) {
            const auto response = fixture.send(ClientFixture::get(path));
            QVERIFY2(!response, path.constData());
            QCOMPARE(response.error().kind, Kind::Usage);
        }
        QCOMPARE(server.connections, 0);
    }

    // QNetworkAccessManager sends a POST again by itself when the server closes early. That could start a second job.
    void nothingIsSentTwiceWhenTheServerCloses_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("onUsedConnection");
        for (const bool used : {false, true}) {
            for (const auto &method : {"POST"_ba, "PUT"_ba, "PATCH"_ba}) {
                for (const auto &body : {QByteArray(), "{\"a\": 1}"_ba, QByteArray(3'000'000, 'x')})
                    QTest::addRow("%s, %d bytes, %s connection", method.constData(), int(body.size()),
                                  used ? "used" : "new")
                        << method << body << used;
            }
            QTest::addRow("DELETE with a body, %s connection", used ? "used" : "new") << "DELETE"_ba
                                                                                      << "{}"_ba << used;
        }
    }

    void nothingIsSentTwiceWhenTheServerCloses()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        QFETCH(const bool, onUsedConnection);
        ScriptedServer server;
        ClientFixture fixture(server.url());
        const auto client = fixture.client();
        if (onUsedConnection) {
            QVERIFY(QCoro::waitFor(client->send(ClientFixture::get())).has_value());
            server.requests.clear();
            server.begun = 0;
        }
        server.answer = [](const QByteArray &) { return ScriptedServer::Reply{{}, true}; };
        aws::Request request = ClientFixture::post(body);
        request.method = method;
        const auto response = QCoro::waitFor(client->send(request));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Network);
        QVERIFY(response.error().outcomeUnknown);
        QCOMPARE(response.error().host, u"127.0.0.1"_s);
        QCOMPARE(response.error().identity, u"profile example"_s);
        QCOMPARE(server.begun, 1);
        QCOMPARE(server.requests.size(), 1);
        QVERIFY(fixture.slept.isEmpty());
    }

    // Closed in the middle of the request, or before its first byte: not one whole request may arrive.
    void aRequestThatIsCutOffIsNotSentAgain_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("on connecting") << 0;
        QTest::newRow("first byte") << 1;
        QTest::newRow("in the body") << 1'000'000;
    }

    void aRequestThatIsCutOffIsNotSentAgain()
    {
        QFETCH(const int, bytes);
        ScriptedServer server;
        server.closeAfterBytes = bytes;
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::post(QByteArray(3'000'000, 'x')));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Network);
        QVERIFY(response.error().outcomeUnknown);
        QVERIFY(server.begun <= 1);
        QCOMPARE(server.requests.size(), 0);
    }

    void redirectsAreNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const auto &status :
             {"301 Moved"_ba, "302 Found"_ba, "303 See"_ba, "307 Temporary"_ba, "308 Permanent"_ba})
            QTest::newRow(status.constData()) << status;
    }

    void redirectsAreNotFollowed()
    {
        QFETCH(const QByteArray, status);
        ScriptedServer elsewhere;
        ScriptedServer server;
        const QByteArray location = elsewhere.url().toLatin1() + "/login";
        server.answer = [&](const QByteArray &) {
            return ScriptedServer::status(status, {}, "Location: " + location + "\r\n");
        };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::get());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Service);
        QCOMPARE(response.error().httpStatus, status.first(3).toInt());
        QVERIFY(response.error().message.contains(QString::fromLatin1(location)));
        QCOMPARE(elsewhere.connections, 0);
        QCOMPARE(server.requests.size(), 1);
    }

    void cookiesAreNeitherKeptNorSent()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) {
            return ScriptedServer::status("200 OK", "{}", "Set-Cookie: a=b; Path=/\r\n");
        };
        ClientFixture fixture(server.url());
        const auto client = fixture.client();
        QVERIFY(QCoro::waitFor(client->send(ClientFixture::get())).has_value());
        QVERIFY(QCoro::waitFor(client->send(ClientFixture::get())).has_value());
        QVERIFY(!server.requests.last().toLower().contains("cookie"));
    }

    void anAnswerIsNeverUnpackedOrCached()
    {
        const QByteArray packed = QByteArray::fromHex("1f8b08000000000000034b4c0400b4d4fe4f03000000");
        ScriptedServer server;
        server.answer = [&](const QByteArray &) {
            return ScriptedServer::status("200 OK", packed, "Content-Encoding: gzip\r\nCache-Control: max-age=600\r\n");
        };
        ClientFixture fixture(server.url());
        const auto client = fixture.client();
        for (int i = 1; i <= 2; ++i) {
            const auto response = QCoro::waitFor(client->send(ClientFixture::get()));
            QVERIFY(response.has_value());
            QCOMPARE(response->body, packed);
            QCOMPARE(server.requests.size(), i);
        }
    }

    void aLoginPageOfTheServerIsAnError()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) {
            return ScriptedServer::status("401 Unauthorized", "{}", "WWW-Authenticate: Basic realm=\"x\"\r\n");
        };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Service);
        QCOMPARE(response.error().httpStatus, 401);
        QCOMPARE(server.requests.size(), 1);
    }

    void manyRequestsUseOneConnection()
    {
        ScriptedServer server;
        ClientFixture fixture(server.url());
        const auto client = fixture.client();
        for (int i = 0; i < 20; ++i) {
            const auto response = QCoro::waitFor(
                client->send(i % 2 == 0 ? ClientFixture::get() : ClientFixture::post()));
            QVERIFY(response.has_value());
        }
        QCOMPARE(server.requests.size(), 20);
        QCOMPARE(server.connections, 1);
    }

    void anAnswerWithoutEndIsCutOff()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) { return ScriptedServer::ok(QByteArray(300'000, ' ')); };
        ClientFixture fixture(server.url());
        fixture.config.maxAnswerBytes = 100'000;
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Network);
        QVERIFY(response.error().outcomeUnknown);
    }

    void keysCannotSmuggleHeadersIn_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("line break in the token") << u"AKIDEXAMPLE"_s << "a\r\nX-Evil: 1"_ba;
        QTest::newRow("line break in the id") << u"AKID\nX-Evil: 1"_s << ""_ba;
        QTest::newRow("blank at the end") << u"AKIDEXAMPLE "_s << ""_ba;
        QTest::newRow("not ASCII") << u"AKID\u00c9XAMPLE"_s << ""_ba;
    }

    void keysCannotSmuggleHeadersIn()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, token);
        ScriptedServer server;
        ClientFixture fixture(server.url());
        fixture.keys->id = id;
        fixture.keys->token = token;
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Credentials);
        QVERIFY(response.error().message.contains(u"profile example"_s));
        QCOMPARE(server.connections, 0);
    }

    void aSessionTokenIsSentAndSigned()
    {
        ScriptedServer server;
        ClientFixture fixture(server.url());
        fixture.keys->token = "FwoGZXIvYXdzEXAMPLE+/=";
        QVERIFY(fixture.send(ClientFixture::post()).has_value());
        const QByteArray sent = server.requests.first();
        QCOMPARE(ScriptedServer::header(sent, "x-amz-security-token"), fixture.keys->token);
        QVERIFY(ScriptedServer::header(sent, "authorization").contains(";x-amz-security-token,"));
    }

    void unsignedRequestsAskForNoKeys()
    {
        ScriptedServer server;
        ClientFixture fixture(server.url());
        aws::Request request = ClientFixture::post();
        request.service = u"sso-oidc"_s;
        request.signedRequest = false;
        QVERIFY(fixture.send(request).has_value());
        QCOMPARE(fixture.keys->asked, 0);
        QVERIFY(ScriptedServer::header(server.requests.first(), "authorization").isEmpty());
    }

    void anEndpointForTheServiceWins()
    {
        ScriptedServer all;
        ScriptedServer own;
        ClientFixture fixture(all.url());
        fixture.config.endpointUrls.insert(u"braket"_s, own.url() + u"/base/"_s);
        QVERIFY(fixture.send(ClientFixture::get()).has_value());
        QCOMPARE(all.connections, 0);
        QVERIFY(own.requests.first().startsWith("GET /base/device HTTP/1.1\r\n"));
    }

    void withoutARegionNothingIsSigned()
    {
        ScriptedServer server;
        ClientFixture fixture(server.url());
        fixture.config.region.clear();
        const auto response = fixture.send(ClientFixture::get());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Usage);
        QVERIFY(response.error().message.contains(u"region"_s));
        QCOMPARE(server.connections, 0);
    }

    void silenceEndsAfterTheReadTimeout()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) { return ScriptedServer::Reply{}; };
        ClientFixture fixture(server.url());
        fixture.config.readTimeout = std::chrono::milliseconds(300);
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Network);
        QVERIFY(response.error().outcomeUnknown);
        QVERIFY2(response.error().message.contains(u"0.3"_s), qPrintable(response.error().message));
        QCOMPARE(server.requests.size(), 1);
    }

    // Connecting has a limit of its own; once the request is out, only silence counts.
    void theConnectTimeoutEndsWithTheConnection_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("GET") << "GET"_ba
                             << ""_ba;
        QTest::newRow("DELETE") << "DELETE"_ba
                                << ""_ba;
        QTest::newRow("PUT without a body") << "PUT"_ba
                                            << ""_ba;
        QTest::newRow("POST") << "POST"_ba
                              << "{}"_ba;
    }

    void theConnectTimeoutEndsWithTheConnection()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        ScriptedServer server;
        server.delay = std::chrono::milliseconds(700);
        ClientFixture fixture(server.url());
        fixture.config.connectTimeout = std::chrono::milliseconds(500);
        fixture.config.readTimeout = std::chrono::hours(1);
        aws::Request request = ClientFixture::post(body);
        request.method = method;
        const auto response = fixture.send(request);
        QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().text()));
        QCOMPARE(server.requests.size(), 1);
    }

    void cancellingStopsARequestUnderWay()
    {
        ScriptedServer server;
        core::CancelToken cancel;
        server.answer = [cancel](const QByteArray &) mutable {
            cancel.cancel();
            return ScriptedServer::Reply{};
        };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::post(), cancel);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Cancelled);
        QVERIFY(response.error().outcomeUnknown);
    }

    void aCancelledTokenSendsNothing()
    {
        ScriptedServer server;
        core::CancelToken cancel;
        cancel.cancel();
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::post(), cancel);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Cancelled);
        QVERIFY(!response.error().outcomeUnknown);
        QCOMPARE(server.connections, 0);
    }

    void aRequestOutlivesItsClient()
    {
        ScriptedServer server;
        ClientFixture fixture(server.url());
        auto client = fixture.client();
        auto task = client->send(ClientFixture::get());
        client.reset();
        QVERIFY(QCoro::waitFor(std::move(task)).has_value());
    }

    void requestsRunSideBySide()
    {
        ScriptedServer server;
        ClientFixture fixture(server.url());
        const auto client = fixture.client();
        std::vector<core::Task<aws::Response>> tasks;
        for (int i = 0; i < 12; ++i)
            tasks.push_back(client->send(ClientFixture::post(QByteArray::number(i))));
        for (auto &task : tasks)
            QVERIFY(QCoro::waitFor(task).has_value());
        QCOMPARE(server.requests.size(), 12);
    }
};

QTEST_GUILESS_MAIN(tst_Client)
#include "tst_client.moc"
