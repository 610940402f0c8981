#include "clientfixture.h"

#include "aws/http/answer.h"
#include "aws/http/httpdate.h"
#include "aws/http/retry.h"

#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;
using Kind = core::Error::Kind;

namespace {

aws::Request repeatablePost()
{
    aws::Request request = ClientFixture::post();
    request.repeatable = true;
    return request;
}

QByteArray errorBody(const QByteArray &code)
{
    return R"({"__type": ")" + code + R"(", "message": "because"})";
}

} // namespace

/// When a request is sent again, how long it waits before, and what is remembered.
class tst_ClientRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void transientRefusalsAreTriedAgain_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("throttled") << "429 Too Many Requests"_ba
                                   << "ThrottlingException"_ba;
        QTest::newRow("throttled with 400") << "400 Bad Request"_ba
                                            << "ThrottlingException"_ba;
        QTest::newRow("S3 slow down") << "503 Slow Down"_ba
                                      << "SlowDown"_ba;
        QTest::newRow("500") << "500 Internal Server Error"_ba
                             << "InternalServiceException"_ba;
        QTest::newRow("502 of a gateway") << "502 Bad Gateway"_ba
                                          << ""_ba;
        QTest::newRow("503") << "503 Service Unavailable"_ba
                             << ""_ba;
        QTest::newRow("504") << "504 Gateway Timeout"_ba
                             << ""_ba;
        QTest::newRow("request timeout") << "408 Request Timeout"_ba
                                         << "RequestTimeoutException"_ba;
        QTest::newRow("S3 request timeout") << "400 Bad Request"_ba
                                            << "RequestTimeout"_ba;
    }

    void transientRefusalsAreTriedAgain()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, code);
        ScriptedServer server;
        server.answer = [&](const QByteArray &) {
            return server.requests.size() < 3 ? ScriptedServer::status(status, errorBody(code))
                                              : ScriptedServer::ok("{}");
        };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(repeatablePost());
        QVERIFY(response.has_value());
        QCOMPARE(server.requests.size(), 3);
        QCOMPARE(fixture.slept, (QList<qint64>{500, 1000}));
        QCOMPARE(fixture.keys->asked, 3); // they may have been renewed in between
        for (const QByteArray &request : server.requests)
            QCOMPARE(ScriptedServer::body(request), ScriptedServer::body(server.requests.first()));
    }

    void threeTriesAreTheEnd()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) {
            return ScriptedServer::status("429 No", errorBody("ThrottlingException"));
        };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(repeatablePost());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Service);
        QCOMPARE(response.error().serviceCode, u"ThrottlingException"_s);
        QCOMPARE(response.error().httpStatus, 429);
        QVERIFY(!response.error().outcomeUnknown);
        QVERIFY(!response.error().suggestion.isEmpty());
        QCOMPARE(server.requests.size(), 3);
    }

    void theNumberOfTriesCanBeSet()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) { return ScriptedServer::status("503 No", {}); };
        ClientFixture fixture(server.url());
        fixture.config.maxAttempts = 1;
        QVERIFY(!fixture.send(repeatablePost()));
        QCOMPARE(server.requests.size(), 1);
    }

    void refusalsThatStayAreNotTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("validation") << 400 << "ValidationException"_ba;
        QTest::newRow("quota") << 402 << "ServiceQuotaExceededException"_ba;
        QTest::newRow("denied") << 403 << "AccessDeniedException"_ba;
        QTest::newRow("not found") << 404 << "ResourceNotFoundException"_ba;
        QTest::newRow("conflict") << 409 << "ConflictException"_ba;
        QTest::newRow("retired") << 410 << "DeviceRetiredException"_ba;
        QTest::newRow("offline") << 424 << "DeviceOfflineException"_ba;
        QTest::newRow("a throttling code changes nothing for 402") << 402 << "ThrottlingException"_ba;
        QTest::newRow("expired") << 403 << "ExpiredTokenException"_ba;
    }

    void refusalsThatStayAreNotTriedAgain()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        ScriptedServer server;
        server.answer = [&](const QByteArray &) {
            return ScriptedServer::status(QByteArray::number(status) + " No", errorBody(code));
        };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(repeatablePost());
        QVERIFY(!response);
        QCOMPARE(response.error().httpStatus, status);
        QCOMPARE(response.error().serviceCode, QString::fromLatin1(code));
        QVERIFY(!response.error().outcomeUnknown);
        QCOMPARE(server.requests.size(), 1);
    }

    void whatIsNotRepeatableIsSentOnce_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("429") << "429 No"_ba;
        QTest::newRow("500") << "500 No"_ba;
        QTest::newRow("503") << "503 No"_ba;
    }

    void whatIsNotRepeatableIsSentOnce()
    {
        QFETCH(const QByteArray, status);
        ScriptedServer server;
        server.answer = [&](const QByteArray &) { return ScriptedServer::status(status, {}); };
        ClientFixture fixture(server.url());
        QVERIFY(!fixture.send(ClientFixture::post()));
        QCOMPARE(server.requests.size(), 1);
    }

    void aLostAnswerIsAskedForAgainWithTheSameBytes()
    {
        ScriptedServer server;
        server.answer = [&](const QByteArray &) {
            return server.requests.size() == 1 ? ScriptedServer::Reply{{}, true} : ScriptedServer::ok("{}");
        };
        ClientFixture fixture(server.url());
        QVERIFY(fixture.send(repeatablePost()).has_value());
        QCOMPARE(server.requests.size(), 2);
        QCOMPARE(ScriptedServer::body(server.requests.at(1)), ScriptedServer::body(server.requests.at(0)));
    }

    // Lost first, refused later: what the first one did is still not known.
    void aLostAnswerStaysUnknownWhateverComesLater()
    {
        ScriptedServer server;
        server.answer = [&](const QByteArray &) {
            return server.requests.size() == 1 ? ScriptedServer::Reply{{}, true}
                                               : ScriptedServer::status("403 No", errorBody("ExpiredTokenException"));
        };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(repeatablePost());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Service);
        QCOMPARE(response.error().serviceCode, u"ExpiredTokenException"_s);
        QVERIFY(response.error().outcomeUnknown);
    }

    void aGatewaysFailureLeavesTheOutcomeOpen_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("unknown");
        QTest::newRow("500 of the service") << "500 No"_ba << errorBody("InternalServiceException") << false;
        QTest::newRow("500 of something else") << "500 No"_ba
                                               << "<html>Oops</html>"_ba << true;
        QTest::newRow("502") << "502 No"_ba
                             << ""_ba << true;
        QTest::newRow("504") << "504 No"_ba << errorBody("InternalFailure") << true;
        QTest::newRow("503 of the service") << "503 No"_ba << errorBody("ServiceUnavailable") << false;
        QTest::newRow("400 of something else") << "400 No"_ba
                                               << "<html>Oops</html>"_ba << false;
    }

    void aGatewaysFailureLeavesTheOutcomeOpen()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QByteArray, body);
        QFETCH(const bool, unknown);
        ScriptedServer server;
        server.answer = [&](const QByteArray &) { return ScriptedServer::status(status, body); };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().outcomeUnknown, unknown);
    }

    void aTruncatedAnswerIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("content length not reached")
            << "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"jobArn\": \""_ba;
        QTest::newRow("chunks without an end")
            << "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"job\r\n"_ba;
        QTest::newRow("half a head") << "HTTP/1.1 201 Cre"_ba;
        QTest::newRow("not HTTP") << "SSH-2.0-OpenSSH_9.2\r\n"_ba;
    }

    void aTruncatedAnswerIsNoAnswer()
    {
        QFETCH(const QByteArray, bytes);
        ScriptedServer server;
        server.answer = [&](const QByteArray &) { return ScriptedServer::Reply{bytes, true}; };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Network);
        QVERIFY(response.error().outcomeUnknown);
        QCOMPARE(server.requests.size(), 1);
    }

    void anAnswerThatIsNoJsonIsNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("HTML") << "<html>Welcome to the hotel</html>"_ba;
        QTest::newRow("half a document") << "{\"jobArn\": \"arn"_ba;
        QTest::newRow("a list") << "[1]"_ba;
        QTest::newRow("nested too deeply") << QByteArray(100'000, '[');
        QTest::newRow("bytes") << QByteArray::fromHex("fffe0001");
    }

    void anAnswerThatIsNoJsonIsNamed()
    {
        QFETCH(const QByteArray, body);
        ScriptedServer server;
        server.answer = [&](const QByteArray &) { return ScriptedServer::ok(body); };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(response.has_value());
        const auto json = aws::readJsonAnswer(*response);
        QVERIFY(!json);
        QCOMPARE(json.error().kind, Kind::Network);
        QVERIFY(json.error().outcomeUnknown);
        QVERIFY(json.error().message.contains(u"JSON"_s));
        QVERIFY(json.error().message.contains(u"127.0.0.1"_s));
    }

    void retryAfterIsHonoured_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("slept");
        QTest::newRow("seconds") << "7"_ba << qint64(7000);
        QTest::newRow("a date") << "Fri, 02 Jan 2026 03:04:16 GMT"_ba << qint64(11000);
        QTest::newRow("less than our own pause") << "0"_ba << qint64(500);
        QTest::newRow("a date gone by") << "Fri, 02 Jan 2026 03:00:00 GMT"_ba << qint64(500);
        QTest::newRow("nonsense") << "soon"_ba << qint64(500);
        QTest::newRow("negative") << "-5"_ba << qint64(500);
    }

    void retryAfterIsHonoured()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const qint64, slept);
        ScriptedServer server;
        server.answer = [&](const QByteArray &) {
            return server.requests.size() == 1 ? ScriptedServer::status("503 No", {}, "Retry-After: " + header + "\r\n")
                                               : ScriptedServer::ok("{}");
        };
        ClientFixture fixture(server.url());
        QVERIFY(fixture.send(repeatablePost()).has_value());
        QCOMPARE(fixture.slept, QList<qint64>{slept});
    }

    void nobodyWaitsAnHour()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) {
            return ScriptedServer::status("503 No", {}, "Retry-After: 3600\r\n");
        };
        ClientFixture fixture(server.url());
        QVERIFY(!fixture.send(repeatablePost()));
        QVERIFY(fixture.slept.isEmpty());
        QCOMPARE(server.requests.size(), 1);
    }

    void cancellingEndsThePause()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) { return ScriptedServer::status("503 No", {}); };
        ClientFixture fixture(server.url());
        core::CancelToken cancel;
        fixture.duringSleep = [&] { cancel.cancel(); };
        const auto response = fixture.send(repeatablePost(), cancel);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Cancelled);
        QCOMPARE(server.requests.size(), 1);
    }

    void theRealPauseEndsWhenCancelled()
    {
        core::CancelToken cancel;
        auto pause = aws::defaultPacing().sleep(std::chrono::hours(1), cancel);
        QVERIFY(!pause.isReady());
        cancel.cancel();
        QVERIFY(QCoro::waitFor(std::move(pause)).has_value());
    }

    void aWrongClockIsCorrectedOnceAndRemembered_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("S3") << "RequestTimeTooSkewed"_ba;
        QTest::newRow("Signature expired") << "InvalidSignatureException"_ba;
        QTest::newRow("query protocol") << "SignatureDoesNotMatch"_ba;
        QTest::newRow("expired") << "RequestExpired"_ba;
    }

    void aWrongClockIsCorrectedOnceAndRemembered()
    {
        QFETCH(const QByteArray, code);
        const QByteArray theirs = "Date: Fri, 02 Jan 2026 05:04:05 GMT\r\n"; // two hours ahead
        ScriptedServer server;
        server.answer = [&](const QByteArray &request) {
            return ScriptedServer::header(request, "x-amz-date") == "20260102T050405Z"
                       ? ScriptedServer::status("200 OK", "{}", theirs)
                       : ScriptedServer::status("403 Forbidden", errorBody(code), theirs);
        };
        ClientFixture fixture(server.url());
        const auto client = fixture.client();
        // Not repeatable: it was refused for its time alone, so it may go again all the same.
        QVERIFY(QCoro::waitFor(client->send(ClientFixture::post())).has_value());
        QCOMPARE(server.requests.size(), 2);
        QVERIFY(fixture.slept.isEmpty());
        QVERIFY(QCoro::waitFor(client->send(ClientFixture::post())).has_value());
        QCOMPARE(server.requests.size(), 3);
    }

    void aClockIsCorrectedOnceOnly()
    {
        ScriptedServer server;
        server.answer = [&](const QByteArray &) {
            const QByteArray hour = QByteArray::number(10 + server.requests.size());
            return ScriptedServer::status("403 Forbidden", errorBody("RequestTimeTooSkewed"),
                                          "Date: Fri, 02 Jan 2026 " + hour + ":04:05 GMT\r\n");
        };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QCOMPARE(response.error().serviceCode, u"RequestTimeTooSkewed"_s);
        QCOMPARE(server.requests.size(), 2);
    }

    // A wrong secret with a right clock looks the same but for the date.
    void aRightClockIsNotCorrected()
    {
        ScriptedServer server;
        server.answer = [](const QByteArray &) {
            return ScriptedServer::status("403 Forbidden", errorBody("SignatureDoesNotMatch"),
                                          "Date: Fri, 02 Jan 2026 03:05:05 GMT\r\n");
        };
        ClientFixture fixture(server.url());
        const auto response = fixture.send(ClientFixture::post());
        QVERIFY(!response);
        QVERIFY(response.error().suggestion.contains(u"secret"_s));
        QCOMPARE(server.requests.size(), 1);
    }

    void thePauseGrowsAndStopsGrowing_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<double>("random");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("first") << 1 << 1.0 << qint64(1000);
        QTest::newRow("second") << 2 << 1.0 << qint64(2000);
        QTest::newRow("fifth") << 5 << 1.0 << qint64(16000);
        QTest::newRow("capped") << 6 << 1.0 << qint64(20000);
        QTest::newRow("capped for ever") << 5000 << 1.0 << qint64(20000);
        QTest::newRow("full jitter") << 3 << 0.25 << qint64(1000);
        QTest::newRow("none at all") << 3 << 0.0 << qint64(0);
    }

    void thePauseGrowsAndStopsGrowing()
    {
        QFETCH(const int, failures);
        QFETCH(const double, random);
        QFETCH(const qint64, milliseconds);
        QCOMPARE(qint64(aws::backoff(failures, random, {}).count()), milliseconds);
    }

    void httpDates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QDateTime>("time");
        const QDateTime time(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
        QTest::newRow("usual") << "Sun, 06 Nov 1994 08:49:37 GMT"_ba << time;
        QTest::newRow("wrong day's name") << "Mon, 06 Nov 1994 08:49:37 GMT"_ba << time;
        QTest::newRow("empty") << ""_ba << QDateTime();
        QTest::newRow("old form") << "Sunday, 06-Nov-94 08:49:37 GMT"_ba << QDateTime();
        QTest::newRow("no such day") << "Sun, 31 Nov 1994 08:49:37 GMT"_ba << QDateTime();
        QTest::newRow("other zone") << "Sun, 06 Nov 1994 08:49:37 CET"_ba << QDateTime();
        QTest::newRow("bytes") << QByteArray(29, '\xff') << QDateTime();
    }

    void httpDates()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QDateTime, time);
        QCOMPARE(aws::parseHttpDate(text).value_or(QDateTime()), time);
    }
};

QTEST_GUILESS_MAIN(tst_ClientRetry)
#include "tst_client_retry.moc"
