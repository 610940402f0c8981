#include "certificatekit.h"
#include "clientfixture.h"

#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;
using Kind = core::Error::Kind;

/// https: whom the client trusts, and what it says when it does not.
class tst_ClientTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_kit = std::make_unique<CertificateKit>(u"Example Network CA"_s, u"IP:127.0.0.1"_s);
        m_otherKit = std::make_unique<CertificateKit>(u"Other Host"_s, u"DNS:other.example"_s);
    }

    void anUnknownCertificateIsRefusedBeforeAnythingIsSent()
    {
        ScriptedServer server(m_kit->server());
        ClientFixture fixture(https(server));
        aws::Request request = ClientFixture::post();
        request.repeatable = true;
        const auto response = fixture.send(request);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Tls);
        QVERIFY(!response.error().outcomeUnknown);
        QVERIFY2(response.error().message.contains(u"Example Network CA"_s), qPrintable(response.error().message));
        QVERIFY(response.error().message.contains(u"127.0.0.1"_s));
        QVERIFY(response.error().suggestion.contains(u"AWS_CA_BUNDLE"_s));
        QCOMPARE(server.requests.size(), 0);
        QVERIFY(fixture.slept.isEmpty());
    }

    void aPrivateCertificateAuthorityCanBeAdded()
    {
        ScriptedServer server(m_kit->server());
        ClientFixture fixture(https(server));
        fixture.config.caBundle = m_kit->path();
        const auto client = fixture.client();
        for (int i = 0; i < 5; ++i) {
            const auto response = QCoro::waitFor(client->send(ClientFixture::post()));
            QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().text()));
        }
        QCOMPARE(server.requests.size(), 5);
        QCOMPARE(server.connections, 1);
    }

    // This server would agree to HTTP/2 and cannot speak it.
    void http2IsNotOffered()
    {
        ScriptedServer server(m_kit->server({"h2"_ba, "http/1.1"_ba}));
        ClientFixture fixture(https(server));
        fixture.config.caBundle = m_kit->path();
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().text()));
        QVERIFY(server.requests.first().startsWith("POST /job HTTP/1.1\r\n"));
    }

    void aTrustedCertificateForAnotherHostIsRefused()
    {
        ScriptedServer server(m_otherKit->server());
        ClientFixture fixture(https(server));
        fixture.config.caBundle = m_otherKit->path();
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Tls);
        QCOMPARE(server.requests.size(), 0);
    }

    void nothingIsSentTwiceOverTls()
    {
        ScriptedServer server(m_kit->server());
        server.answer = [](const QByteArray &) { return ScriptedServer::Reply{{}, true}; };
        ClientFixture fixture(https(server));
        fixture.config.caBundle = m_kit->path();
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QVERIFY(response.error().outcomeUnknown);
        QCOMPARE(server.requests.size(), 1);
    }

    void aFileOfCertificatesThatCannotBeUsedIsNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("exists");
        QTest::newRow("missing") << QByteArray() << false;
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("no certificate in it") << "hello\n"_ba << true;
        QTest::newRow("broken certificate")
            << "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"_ba << true;
    }

    void aFileOfCertificatesThatCannotBeUsedIsNamed()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const bool, exists);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"bundle.pem"_s);
        if (exists) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        ScriptedServer server(m_kit->server());
        ClientFixture fixture(https(server));
        fixture.config.caBundle = path;
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Tls);
        QVERIFY(response.error().message.contains(path));
        QVERIFY(!response.error().suggestion.isEmpty());
        QVERIFY(!response.error().outcomeUnknown);
        QCOMPARE(server.connections, 0);
    }

    void plainHttpNeedsNoCertificates()
    {
        ScriptedServer server;
        ClientFixture fixture(server.url());
        fixture.config.caBundle = u"/nowhere/bundle.pem"_s;
        QVERIFY(fixture.send(ClientFixture::post()).has_value());
    }

    void aServerThatSpeaksNoTlsIsNoSuccess()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) { return ScriptedServer::ok("{}"); };
        server.closeAfterBytes = 1;
        ClientFixture fixture(https(server));
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QVERIFY(!response.error().message.isEmpty());
        QVERIFY2(!response.error().outcomeUnknown, qPrintable(response.error().message));
    }

    // The handshake belongs to connecting: a server that accepts and then says nothing meets the connect time-out.
    void aHandshakeWithoutEndMeetsTheConnectTimeout()
    {
        ScriptedServer server; // waits for a whole HTTP request, which a TLS hello is not
        ClientFixture fixture(https(server));
        fixture.config.connectTimeout = std::chrono::milliseconds(50);
        fixture.config.readTimeout = std::chrono::hours(1);
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Network);
        QVERIFY(!response.error().outcomeUnknown);
        QVERIFY(response.error().suggestion.contains(u"--cli-connect-timeout"_s));
    }

private:
    static QString https(const ScriptedServer &server) { return u"https://127.0.0.1:%1"_s.arg(server.port()); }

    std::unique_ptr<CertificateKit> m_kit;
    std::unique_ptr<CertificateKit> m_otherKit;
};

QTEST_GUILESS_MAIN(tst_ClientTls)
#include "tst_client_tls.moc"
