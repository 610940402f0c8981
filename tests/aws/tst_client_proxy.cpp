#include "certificatekit.h"
#include "clientfixture.h"

#include "aws/http/transportfailure.h"

#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;
using Kind = core::Error::Kind;

/// A proxy that opens a tunnel to one server whatever it is asked for, once it is told user and password.
class Tunnel final : public QObject
{
public:
    explicit Tunnel(quint16 target) : m_target(target)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *client = m_server.nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("No port to listen on.");
    }

    quint16 port() const { return m_server.serverPort(); }

    QList<QByteArray> asked; ///< the CONNECT requests

private:
    void read(QTcpSocket *client)
    {
        if (QTcpSocket *server = m_open.value(client)) {
            server->write(client->readAll());
            return;
        }
        const QByteArray request = client->readAll();
        asked.append(request);
        if (ScriptedServer::header(request, "proxy-authorization") != "Basic " + QByteArray("me:p@ss").toBase64()) {
            client->write("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        auto *server = new QTcpSocket(client);
        server->connectToHost(QHostAddress::LocalHost, m_target);
        connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
        m_open.insert(client, server);
        client->write("HTTP/1.1 200 Connection established\r\n\r\n");
    }

    QTcpServer m_server;
    const quint16 m_target;
    QHash<QTcpSocket *, QTcpSocket *> m_open;
};

/// Proxies from the environment and nowhere else, and connections that never come about.
class tst_ClientProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void plainRequestsPassTheProxyWhole()
    {
        ScriptedServer proxy;
        ClientFixture fixture(u"http://braket.example.test"_s);
        fixture.config.proxy.http = u"http://me:p%40ss@127.0.0.1:%1"_s.arg(proxy.port());
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().text()));
        QCOMPARE(proxy.requests.size(), 1);
        const QByteArray sent = proxy.requests.first();
        QVERIFY2(sent.startsWith("POST http://braket.example.test/job HTTP/1.1\r\n"), sent.constData());
        QCOMPARE(ScriptedServer::header(sent, "host"), "braket.example.test"_ba);
        QCOMPARE(ScriptedServer::header(sent, "proxy-authorization"), "Basic " + QByteArray("me:p@ss").toBase64());
    }

    void secureRequestsGoThroughATunnel()
    {
        const CertificateKit kit(u"Example Network CA"_s, u"DNS:braket.example.test"_s);
        ScriptedServer server(kit.server());
        Tunnel proxy(server.port());
        ClientFixture fixture(u"https://braket.example.test"_s);
        fixture.config.caBundle = kit.path();
        fixture.config.proxy.https = u"http://me:p%40ss@127.0.0.1:%1"_s.arg(proxy.port());
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().text()));
        QCOMPARE(server.requests.size(), 1);
        QVERIFY(server.requests.first().startsWith("POST /job HTTP/1.1\r\n"));
        QVERIFY(ScriptedServer::header(server.requests.first(), "proxy-authorization").isEmpty());
        QVERIFY(proxy.asked.first().startsWith("CONNECT braket.example.test:443 HTTP/1.1\r\n"));
    }

    void aProxyThatRefusesIsNamed_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("says");
        QTest::newRow("forbidden") << "403 Forbidden"_ba << u"HTTPS_PROXY"_s;
        QTest::newRow("wants a password") << "407 Proxy Authentication Required"_ba << u"user:password"_s;
        QTest::newRow("bad gateway") << "502 Bad Gateway"_ba << u"HTTPS_PROXY"_s;
    }

    void aProxyThatRefusesIsNamed()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QString, says);
        ScriptedServer proxy;
        proxy.answer = [&](const QByteArray &) {
            return ScriptedServer::status(status, {}, "Proxy-Authenticate: Basic realm=\"x\"\r\n");
        };
        ClientFixture fixture(u"https://braket.us-west-2.amazonaws.com"_s);
        fixture.config.proxy.https = u"http://me:hunter2@127.0.0.1:%1"_s.arg(proxy.port());
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Network);
        QVERIFY(!response.error().outcomeUnknown);
        QVERIFY2(response.error().message.contains(u"proxy"_s), qPrintable(response.error().message));
        QVERIFY2(response.error().suggestion.contains(says), qPrintable(response.error().suggestion));
        QVERIFY(!response.error().text().contains(u"hunter2"_s));
        QVERIFY(proxy.requests.first().startsWith("CONNECT braket.us-west-2.amazonaws.com:443 "));
    }

    void aProxyThatIsNotThereIsNamed()
    {
        ClientFixture fixture(u"https://braket.us-west-2.amazonaws.com"_s);
        fixture.config.proxy.https = u"http://127.0.0.1:%1"_s.arg(closedPort());
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Network);
        QVERIFY(!response.error().outcomeUnknown);
        QVERIFY2(response.error().message.contains(u"proxy"_s), qPrintable(response.error().message));
    }

    void aRefusedConnectionSaysWhere()
    {
        const quint16 port = closedPort();
        ClientFixture fixture(u"http://127.0.0.1:%1"_s.arg(port));
        aws::Request request = ClientFixture::post();
        request.repeatable = true;
        const auto response = fixture.send(request);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Network);
        QVERIFY(!response.error().outcomeUnknown);
        QVERIFY(response.error().message.contains(QString::number(port)));
        QVERIFY(!response.error().suggestion.isEmpty());
    }

    // Each way a connection can fail: what it is called and whether the request may have been carried out.
    void failuresOfTheTransport_data()
    {
        using Stop = aws::TransportTrouble::Stop;
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("stop");
        QTest::addColumn<bool>("sent");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<bool>("unknown");
        QTest::addColumn<bool>("tryAgain");
        const auto row = [](const char *name, QNetworkReply::NetworkError code, Stop stop, bool sent, Kind kind,
                            bool unknown, bool tryAgain) {
            QTest::newRow(name) << int(code) << int(stop) << sent << kind << unknown << tryAgain;
        };
        using R = QNetworkReply;
        row("no such host", R::HostNotFoundError, Stop::None, false, Kind::Network, false, false);
        row("refused", R::ConnectionRefusedError, Stop::None, false, Kind::Network, false, false);
        row("closed", R::RemoteHostClosedError, Stop::None, true, Kind::Network, true, true);
        row("would be sent again", R::ContentReSendError, Stop::None, true, Kind::Network, true, true);
        row("network gone while waiting", R::TemporaryNetworkFailureError, Stop::None, true, Kind::Network, true, true);
        row("no network", R::TemporaryNetworkFailureError, Stop::None, false, Kind::Network, false, false);
        row("unknown, before sending", R::UnknownNetworkError, Stop::None, false, Kind::Network, false, false);
        row("unknown, after sending", R::UnknownNetworkError, Stop::None, true, Kind::Network, true, true);
        row("handshake", R::SslHandshakeFailedError, Stop::None, false, Kind::Tls, false, false);
        row("proxy refused", R::ProxyConnectionRefusedError, Stop::None, false, Kind::Network, false, false);
        row("proxy password", R::ProxyAuthenticationRequiredError, Stop::None, false, Kind::Network, false, false);
        row("no such proxy", R::ProxyNotFoundError, Stop::None, false, Kind::Network, false, false);
        row("connect time-out", R::OperationCanceledError, Stop::ConnectTimeout, false, Kind::Network, false, false);
        row("read time-out", R::OperationCanceledError, Stop::ReadTimeout, true, Kind::Network, true, true);
        row("too large", R::OperationCanceledError, Stop::TooLarge, true, Kind::Network, true, false);
        row("cancelled early", R::OperationCanceledError, Stop::Cancelled, false, Kind::Cancelled, false, false);
        row("cancelled late", R::OperationCanceledError, Stop::Cancelled, true, Kind::Cancelled, true, false);
    }

    void failuresOfTheTransport()
    {
        QFETCH(const int, code);
        QFETCH(const int, stop);
        QFETCH(const bool, sent);
        QFETCH(const Kind, kind);
        QFETCH(const bool, unknown);
        QFETCH(const bool, tryAgain);
        aws::TransportTrouble trouble;
        trouble.code = QNetworkReply::NetworkError(code);
        trouble.stop = aws::TransportTrouble::Stop(stop);
        trouble.sent = sent;
        trouble.url = QUrl(u"https://braket.us-west-9.amazonaws.com/job"_s);
        trouble.detail = u"the library's words"_s;
        const auto failure = aws::describe(trouble);
        QCOMPARE(failure.error.kind, kind);
        QCOMPARE(failure.error.outcomeUnknown, unknown);
        QCOMPARE(failure.connectionLost, tryAgain);
        QCOMPARE(failure.error.host, u"braket.us-west-9.amazonaws.com"_s);
        QVERIFY(failure.error.message.endsWith(u'.'));
        QVERIFY(kind == Kind::Cancelled || !failure.error.suggestion.isEmpty());
    }

    void whichProxy_data()
    {
        QTest::addColumn<QString>("bypass");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("proxy");
        const QString p = u"http://p:3128"_s;
        const QString s = u"http://s:3128"_s;
        QTest::newRow("https") << QString() << u"https://a.example.com"_s << s;
        QTest::newRow("http") << QString() << u"http://a.example.com"_s << p;
        QTest::newRow("this computer") << QString() << u"http://127.0.0.1:8080"_s << QString();
        QTest::newRow("this computer, IPv6") << QString() << u"http://[::1]:8080"_s << QString();
        QTest::newRow("this computer's name") << QString() << u"http://localhost:8080"_s << QString();
        QTest::newRow("all") << u"*"_s << u"https://a.example.com"_s << QString();
        QTest::newRow("host") << u"b.com, a.example.com"_s << u"https://a.example.com"_s << QString();
        QTest::newRow("host in other case") << u"A.Example.com"_s << u"https://a.example.com"_s << QString();
        QTest::newRow("domain") << u"example.com"_s << u"https://a.example.com"_s << QString();
        QTest::newRow("domain with a dot") << u".example.com"_s << u"https://a.example.com"_s << QString();
        QTest::newRow("domain with a star") << u"*.example.com"_s << u"https://a.example.com"_s << QString();
        QTest::newRow("end of a name is no domain") << u"ample.com"_s << u"https://a.example.com"_s << s;
        QTest::newRow("port fits") << u"a.example.com:8443"_s << u"https://a.example.com:8443"_s << QString();
        QTest::newRow("port does not fit") << u"a.example.com:8443"_s << u"https://a.example.com"_s << s;
        QTest::newRow("usual port") << u"a.example.com:443"_s << u"https://a.example.com"_s << QString();
        QTest::newRow("address") << u"10.0.0.1"_s << u"https://10.0.0.1"_s << QString();
        QTest::newRow("network") << u"10.0.0.0/8"_s << u"https://10.200.0.1"_s << QString();
        QTest::newRow("other network") << u"10.0.0.0/8"_s << u"https://11.0.0.1"_s << s;
        QTest::newRow("empty entries") << u",, ,"_s << u"https://a.example.com"_s << s;
    }

    void whichProxy()
    {
        QFETCH(const QString, bypass);
        QFETCH(const QString, url);
        QFETCH(const QString, proxy);
        const aws::ProxySettings settings{u"p:3128"_s, u"http://s:3128"_s, bypass};
        const auto found = aws::proxyFor(settings, QUrl(url));
        QVERIFY(found.has_value());
        QCOMPARE(found->toString(), proxy);
    }

    void aProxyThatMakesNoSenseIsAnError_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::newRow("secure proxy") << u"https://me:hunter2@proxy.example.com"_s;
        QTest::newRow("other scheme") << u"ftp://me:hunter2@proxy.example.com"_s;
        QTest::newRow("no host") << u"http://"_s;
        QTest::newRow("bad port") << u"http://proxy.example.com:hunter2"_s;
    }

    void aProxyThatMakesNoSenseIsAnError()
    {
        QFETCH(const QString, setting);
        ClientFixture fixture(u"https://braket.us-west-2.amazonaws.com"_s);
        fixture.config.proxy.https = setting;
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Usage);
        QVERIFY(response.error().message.contains(u"HTTPS_PROXY"_s));
        QVERIFY(!response.error().text().contains(u"hunter2"_s));
    }

    void theEnvironmentNamesTheProxies()
    {
        const auto clear = [] {
            for (const char *name : {"http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"})
                qunsetenv(name);
        };
        clear();
        QVERIFY(aws::proxyFromEnvironment().https.isEmpty());
        qputenv("HTTPS_PROXY", "http://upper");
        qputenv("HTTP_PROXY", "http://upper-plain");
        qputenv("NO_PROXY", "a");
        auto settings = aws::proxyFromEnvironment();
        QCOMPARE(settings.https, u"http://upper"_s);
        QCOMPARE(settings.http, u"http://upper-plain"_s);
        QCOMPARE(settings.bypass, u"a"_s);
        qputenv("https_proxy", "http://lower");
        settings = aws::proxyFromEnvironment();
        QCOMPARE(settings.https, u"http://lower"_s);
        clear();
    }

private:
    // A port that was free a moment ago and that nobody listens on.
    static quint16 closedPort()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("No port to listen on.");
        return server.serverPort();
    }
};

QTEST_GUILESS_MAIN(tst_ClientProxy)
#include "tst_client_proxy.moc"
