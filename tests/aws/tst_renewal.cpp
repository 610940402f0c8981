#include "clientfixture.h"

#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

/// Keys that can be renewed as often as there are tokens.
class RenewableKeys final : public aws::CredentialProvider
{
public:
    core::Task<aws::Credentials> credentials() override
    {
        aws::Credentials keys;
        keys.accessKeyId = u"ASIAEXAMPLE"_s;
        keys.secretAccessKey = core::Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
        keys.sessionToken = core::Secret(tokens.first());
        co_return keys;
    }

    core::Task<aws::Credentials> renew(aws::Credentials refused) override
    {
        ++renewals;
        if (refused.sessionToken.reveal() == tokens.first() && tokens.size() > 1)
            tokens.removeFirst();
        return credentials();
    }

    QList<QByteArray> tokens;
    int renewals = 0;
};

ScriptedServer::Reply expired()
{
    return ScriptedServer::status("400 Bad Request", "<Error><Code>ExpiredToken</Code><Message>old</Message></Error>");
}

std::shared_ptr<aws::Client> clientOf(const ScriptedServer &server, const std::shared_ptr<RenewableKeys> &keys)
{
    aws::ClientConfig config;
    config.region = u"us-west-2"_s;
    config.endpointUrl = server.url();
    config.proxy = {};
    return std::make_shared<aws::Client>(config, keys);
}

} // namespace

/// Keys that expire on the way.
class tst_Renewal : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void expiredKeysAreRenewedOnce()
    {
        ScriptedServer server;
        server.answer = [&](const QByteArray &request) {
            return ScriptedServer::header(request, "x-amz-security-token") == "new" ? ScriptedServer::ok("{}")
                                                                                    : expired();
        };
        const auto keys = std::make_shared<RenewableKeys>();
        keys->tokens = {"old", "new"};
        const auto answer = QCoro::waitFor(clientOf(server, keys)->send(ClientFixture::post()));
        QVERIFY(answer.has_value());
        QCOMPARE(server.requests.size(), 2);
        QCOMPARE(keys->renewals, 1);
    }

    void keysThatCannotBeRenewedAreRefused()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) { return expired(); };
        const auto keys = std::make_shared<RenewableKeys>();
        keys->tokens = {"old"};
        const auto answer = QCoro::waitFor(clientOf(server, keys)->send(ClientFixture::get()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().serviceCode, u"ExpiredToken"_s);
        QCOMPARE(server.requests.size(), 1);
    }

    void aBodylessRefusalMayMeanExpiredToo()
    {
        ScriptedServer server;
        server.answer = [&](const QByteArray &request) {
            return ScriptedServer::header(request, "x-amz-security-token") == "new"
                       ? ScriptedServer::Reply{"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"}
                       : ScriptedServer::Reply{"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"};
        };
        const auto keys = std::make_shared<RenewableKeys>();
        keys->tokens = {"old", "new"};
        aws::Request head = ClientFixture::get();
        head.method = "HEAD";
        QVERIFY(QCoro::waitFor(clientOf(server, keys)->send(head)).has_value());
    }

    void aSignedRequestCarriesAllButItsLength()
    {
        const ScriptedServer server;
        const auto keys = std::make_shared<RenewableKeys>();
        keys->tokens = {"token"};
        aws::Request request;
        request.service = u"s3"_s;
        request.method = "PUT";
        request.bucket = u"bucket"_s;
        request.path = "/a%20b";
        request.query = {{"partNumber", "1"}, {"uploadId", "x/y"}};
        request.headers = {{"x-amz-checksum-sha256", "abc="}};
        const auto result = QCoro::waitFor(clientOf(server, keys)->sign(request, QByteArray(64, 'a')));
        QVERIFY(result.has_value());
        QCOMPARE(result->url, server.url().toUtf8() + "/bucket/a%20b?partNumber=1&uploadId=x%2Fy");
        QCOMPARE(aws::headerValue(result->headers, "Host"), "127.0.0.1:" + QByteArray::number(server.port()));
        QCOMPARE(aws::headerValue(result->headers, "x-amz-content-sha256"), QByteArray(64, 'a'));
        QCOMPARE(aws::headerValue(result->headers, "x-amz-checksum-sha256"), "abc="_ba);
        QVERIFY(aws::headerValue(result->headers, "authorization")
                    .contains("SignedHeaders=host;x-amz-checksum-sha256;x-amz-content-sha256;x-amz-date;"
                              "x-amz-security-token,"));
    }

    void refusalsTeach()
    {
        const ScriptedServer server;
        const auto keys = std::make_shared<RenewableKeys>();
        keys->tokens = {"old", "new"};
        const auto client = clientOf(server, keys);
        aws::Request request;
        request.service = u"s3"_s;
        request.method = "PUT";
        request.bucket = u"bucket"_s;
        request.path = "/a";
        const auto first = QCoro::waitFor(client->sign(request, QByteArray(64, 'a')));
        core::Error error;
        error.serviceCode = u"ExpiredToken"_s;
        QVERIFY(QCoro::waitFor(client->learn(*first, error, {})).value());
        const auto second = QCoro::waitFor(client->sign(request, QByteArray(64, 'a')));
        QVERIFY(aws::headerValue(second->headers, "x-amz-security-token") == "new");
        QVERIFY(!QCoro::waitFor(client->learn(*second, error, {})).value()); // there are no newer ones
        error.serviceCode = u"AccessDenied"_s;
        QVERIFY(!QCoro::waitFor(client->learn(*second, error, {})).value());
        error.serviceCode = u"RequestTimeTooSkewed"_s;
        QVERIFY(QCoro::waitFor(client->learn(*second, error, {{"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}})).value());
        const auto third = QCoro::waitFor(client->sign(request, QByteArray(64, 'a')));
        QVERIFY(aws::headerValue(third->headers, "x-amz-date").startsWith("19941106T"));
    }
};

QTEST_GUILESS_MAIN(tst_Renewal)
#include "tst_renewal.moc"
