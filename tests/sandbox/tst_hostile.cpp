#include "client.h"

#include "sandbox/http/requesthead.h"

#include <QTest>

using namespace braketeer;
using namespace braketeer::sandbox;
using namespace Qt::StringLiterals;

class tst_Hostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        auto started = Sandbox::start();
        QVERIFY(started);
        m_sandbox = std::move(*started);
    }

    void aHeadIsTakenAsItIs()
    {
        const auto request = parseRequestHead("GET /a%2f?b HTTP/1.1\r\nX: %41  b \r\nx:\tc\r\nEmpty:\r\n\r\n");
        QVERIFY(request);
        QCOMPARE(request->method, "GET"_ba);
        QCOMPARE(request->path(), "/a%2f"_ba);
        QCOMPARE(request->query(), "b"_ba);
        const HeaderList expected{{"X", "%41  b"}, {"x", "c"}, {"Empty", ""}};
        QCOMPARE(request->headers, expected);
    }

    void aMalformedHeadIsRefused_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("two words") << "GET /\r\n\r\n"_ba;
        QTest::newRow("four words") << "GET / x HTTP/1.1\r\n\r\n"_ba;
        QTest::newRow("absolute target") << "GET http://a/ HTTP/1.1\r\n\r\n"_ba;
        QTest::newRow("other protocol") << "GET / SPDY/3\r\n\r\n"_ba;
        QTest::newRow("no end") << "GET / HTTP/1.1\r\nA: b\r\n"_ba;
        QTest::newRow("no colon") << "GET / HTTP/1.1\r\nA\r\n\r\n"_ba;
        QTest::newRow("no name") << "GET / HTTP/1.1\r\n: a\r\n\r\n"_ba;
        QTest::newRow("blank before the colon") << "GET / HTTP/1.1\r\nA : b\r\n\r\n"_ba;
        QTest::newRow("folded") << "GET / HTTP/1.1\r\nA: b\r\n c: d\r\n\r\n"_ba;
        QTest::newRow("many headers") << "GET / HTTP/1.1\r\n"_ba + "A: b\r\n"_ba.repeated(201) + "\r\n";
    }

    void aMalformedHeadIsRefused()
    {
        QFETCH(const QByteArray, head);
        QVERIFY(!parseRequestHead(head));
    }

    void anAmbiguousLengthIsRefused_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("two lengths") << "Content-Length: 1\r\ncontent-length: 1\r\n"_ba;
        QTest::newRow("length and coding") << "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"_ba;
        QTest::newRow("sign") << "Content-Length: +1\r\n"_ba;
        QTest::newRow("negative") << "Content-Length: -1\r\n"_ba;
        QTest::newRow("hexadecimal") << "Content-Length: 0x1\r\n"_ba;
        QTest::newRow("huge") << "Content-Length: 99999999999999999999\r\n"_ba;
        QTest::newRow("empty") << "Content-Length:\r\n"_ba;
        QTest::newRow("other coding") << "Transfer-Encoding: gzip, chunked\r\n"_ba;
    }

    void anAmbiguousLengthIsRefused()
    {
        QFETCH(const QByteArray, headers);
        WireClient client(*m_sandbox);
        const WireReply reply = client.exchange("POST /job HTTP/1.1\r\n" + headers + "\r\nx");
        QCOMPARE(reply.status, 400);
    }

    void tooMuchIsRefusedAndTheServerGoesOn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("statuses"); // 0: closed without an answer
        QTest::newRow("body claimed") << "POST /job HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n"_ba
                                      << QList<int>{413};
        QTest::newRow("chunk claimed") << "POST /job HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n"_ba
                                       << QList<int>{413};
        QTest::newRow("target") << "GET /" + QByteArray(20'000, 'a') + " HTTP/1.1\r\n\r\n" << QList<int>{414, 400, 0};
        QTest::newRow("header") << "GET / HTTP/1.1\r\nA: " + QByteArray(100'000, 'a') + "\r\n\r\n"
                                << QList<int>{400, 0};
        QTest::newRow("endless line") << QByteArray(1'000'000, 'a') << QList<int>{400, 414, 0};
        QTest::newRow("many headers") << "GET / HTTP/1.1\r\n" + "A: b\r\n"_ba.repeated(5000) + "\r\n"
                                      << QList<int>{400};
        QTest::newRow("binary") << QByteArray(300, '\0') + "\r\n\r\n" << QList<int>{400, 0};
        QTest::newRow("zip bomb")
            << "POST /job HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x08"_ba
            << QList<int>{403};
        QTest::newRow("form with parts")
            << "POST /job HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n\r\n--x"_ba
            << QList<int>{403};
        QTest::newRow("ranges") << "GET /job/x HTTP/1.1\r\nRange: bytes=0-0,1-1\r\n\r\n"_ba << QList<int>{403};
        QTest::newRow("bad escapes") << "GET /job/%zz%00%ff?%=%zz&&= HTTP/1.1\r\n\r\n"_ba << QList<int>{403};
    }

    void tooMuchIsRefusedAndTheServerGoesOn()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QList<int>, statuses);
        WireClient client(*m_sandbox);
        const WireReply reply = client.exchange(bytes);
        QVERIFY2(statuses.contains(reply.status), QByteArray::number(reply.status).constData());
        QCOMPARE(WireClient(*m_sandbox).send("POST", "/jobs", "{\"filters\":[]}"_ba).status, 200);
    }

    void deeplyNestedJsonIsRefused()
    {
        const QByteArray nested = "{\"a\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";
        WireClient client(*m_sandbox);
        QCOMPARE(client.send("POST", "/job", nested).status, 400);
    }

    void aChunkedBodyIsTheSameBody()
    {
        WireClient client(*m_sandbox);
        const QByteArray body = "{\"filters\":[]}";
        QByteArray request = client.signedRequest("POST", "/jobs", body);
        request.replace("Content-Length: 14", "Transfer-Encoding: chunked");
        request.replace(body, "5;x=y\r\n{\"fil\r\n9\r\nters\":[]}\r\n0\r\nTrailer: 1\r\n\r\n");
        QCOMPARE(client.exchange(request).status, 200);
        QCOMPARE(m_sandbox->requests().constLast().body, body);
    }

    void aClientMayWaitForAnInvitation()
    {
        WireClient client(*m_sandbox);
        QByteArray request = client.signedRequest("POST", "/jobs", "{\"filters\":[]}");
        request.replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.exchange(request).status, 100);
        QCOMPARE(client.exchange({}).status, 200);
    }

    void requestsInARowAreAnsweredInOrder()
    {
        WireClient client(*m_sandbox);
        const QByteArray first = client.signedRequest("POST", "/jobs", "{\"filters\":[]}");
        const QByteArray second = client.signedRequest("GET", "/job/x");
        QCOMPARE(client.exchange(first + second).status, 200);
        QCOMPARE(client.exchange({}).status, 400);
    }

private:
    std::unique_ptr<Sandbox> m_sandbox;
};

QTEST_GUILESS_MAIN(tst_Hostile)
#include "tst_hostile.moc"
