#include "../aws/clientfixture.h"

#include "aws/identity/getcalleridentity.h"
#include "services/braket/canceljob.h"
#include "services/braket/createjob.h"
#include "services/braket/createspendinglimit.h"
#include "services/braket/getdevice.h"
#include "services/braket/getjob.h"
#include "services/braket/listtagsforresource.h"
#include "services/braket/searchdevices.h"
#include "services/braket/searchjobs.h"
#include "services/braket/tagresource.h"
#include "services/braket/untagresource.h"

#include <QTest>

using namespace braketeer;
using namespace braketeer::services::braket;
using namespace Qt::StringLiterals;

namespace {

const QByteArray document = "{\"clientToken\": \"token-1\",  \"jobName\": \"\xC3\xA9\"}"_ba;
const QString jobArn = u"arn:aws:braket:us-west-2:123456789012:job/1"_s;

QByteArray requestLine(const QByteArray &request)
{
    return request.first(request.indexOf(" HTTP/1.1"));
}

/// A server, and a client that talks to it.
struct Wire
{
    ScriptedServer server;
    ClientFixture fixture{server.url()};
    std::shared_ptr<aws::Client> client = fixture.client();

    void answerWith(const QByteArray &body)
    {
        server.answer = [body](const QByteArray &) { return ScriptedServer::ok(body); };
    }
};

} // namespace

class tst_Calls : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theDocumentIsSentAsItIs()
    {
        Wire wire;
        wire.server.answer = [](const QByteArray &) {
            return ScriptedServer::status("201 Created", "{\"jobArn\": \"arn:job\"}", "x-amzn-RequestId: r-1\r\n");
        };
        const auto created = QCoro::waitFor(createJob(wire.client, document));
        QVERIFY2(created, created ? "" : qPrintable(created.error().text()));
        QCOMPARE(created->jobArn, u"arn:job"_s);
        QCOMPARE(created->requestId, u"r-1"_s);
        QCOMPARE(created->json, "{\"jobArn\": \"arn:job\"}"_ba);
        QCOMPARE(wire.server.requests.size(), 1);
        QCOMPARE(requestLine(wire.server.requests[0]), "POST /job"_ba);
        QCOMPARE(ScriptedServer::body(wire.server.requests[0]), document);
        QCOMPARE(ScriptedServer::header(wire.server.requests[0], "content-type"), "application/json"_ba);
    }

    void withoutAClientTokenNothingIsSent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no token") << "{\"jobName\": \"a\"}"_ba;
        QTest::newRow("empty token") << "{\"clientToken\": \"\"}"_ba;
        QTest::newRow("token is a number") << "{\"clientToken\": 7}"_ba;
        QTest::newRow("token inside") << "{\"tags\": {\"clientToken\": \"a\"}}"_ba;
        QTest::newRow("a list") << "[\"clientToken\"]"_ba;
        QTest::newRow("no JSON") << "clientToken"_ba;
        QTest::newRow("nothing") << QByteArray();
    }

    void withoutAClientTokenNothingIsSent()
    {
        QFETCH(const QByteArray, text);
        Wire wire;
        const auto created = QCoro::waitFor(createJob(wire.client, text));
        QVERIFY(!created);
        QCOMPARE(created.error().kind, core::Error::Kind::Usage);
        QVERIFY(!created.error().outcomeUnknown);
        const auto limit = QCoro::waitFor(createSpendingLimit(wire.client, {{}, u"arn"_s, u"5"_s, {}, {}}));
        QVERIFY(!limit);
        QCOMPARE(limit.error().kind, core::Error::Kind::Usage);
        QCOMPARE(wire.server.connections, 0);
    }

    void anAnswerThatCannotBeReadLeavesTheOutcomeOpen_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("reached");
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-amzn-RequestId: r-2\r\n"_ba;
        QTest::newRow("page of a hotel") << head + "Content-Length: 20\r\n\r\n<html>Sign in</html>" << true;
        QTest::newRow("half an object") << head + "Content-Length: 10\r\n\r\n{\"jobArn\": " << true;
        QTest::newRow("nothing") << head + "Content-Length: 0\r\n\r\n" << true;
        QTest::newRow("no ARN") << head + "Content-Length: 2\r\n\r\n{}" << true;
        QTest::newRow("cut off on the way") << head + "Content-Length: 100\r\n\r\n{\"jobArn\": " << false;
    }

    void anAnswerThatCannotBeReadLeavesTheOutcomeOpen()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const bool, reached);
        Wire wire;
        wire.server.answer = [answer](const QByteArray &) { return ScriptedServer::Reply{answer, true}; };
        const auto created = QCoro::waitFor(createJob(wire.client, document));
        QVERIFY(!created);
        QCOMPARE(created.error().kind, core::Error::Kind::Network);
        QVERIFY(created.error().outcomeUnknown);
        if (reached) {
            QCOMPARE(created.error().requestId, u"r-2"_s);
            QCOMPARE(wire.server.requests.size(), 1);
        }
    }

    void aRepeatedCreateJobIsTheSameToTheByte()
    {
        Wire wire;
        wire.server.answer = [&wire](const QByteArray &) {
            return wire.server.requests.size() < 2 ? ScriptedServer::status("503 Service Unavailable", "{}")
                                                   : ScriptedServer::ok("{\"jobArn\": \"a\"}");
        };
        QVERIFY(QCoro::waitFor(createJob(wire.client, document)));
        QCOMPARE(wire.server.requests.size(), 2);
        for (const QByteArray &request : std::as_const(wire.server.requests))
            QCOMPARE(ScriptedServer::body(request), document);
    }

    void aRefusalIsTheServicesError()
    {
        Wire wire;
        wire.server.answer = [](const QByteArray &) {
            return ScriptedServer::status("402 Payment Required", "{\"message\": \"Too many.\"}",
                                          "x-amzn-errortype: ServiceQuotaExceededException:http://x/\r\n");
        };
        const auto created = QCoro::waitFor(createJob(wire.client, document));
        QVERIFY(!created);
        QCOMPARE(created.error().kind, core::Error::Kind::Service);
        QCOMPARE(created.error().serviceCode, u"ServiceQuotaExceededException"_s);
        QCOMPARE(created.error().httpStatus, 402);
        QVERIFY(!created.error().outcomeUnknown);
        QCOMPARE(wire.server.requests.size(), 1);
    }

    void aJobIsAskedForByItsEncodedArn()
    {
        Wire wire;
        wire.answerWith("{\"jobArn\": \"a\", \"status\": \"QUEUED\"}");
        const auto job = QCoro::waitFor(getJob(wire.client, jobArn, true));
        QVERIFY(job);
        QCOMPARE(job->status, u"QUEUED"_s);
        QCOMPARE(
            requestLine(wire.server.requests.at(0)),
            "GET /job/arn%3Aaws%3Abraket%3Aus-west-2%3A123456789012%3Ajob%2F1?additionalAttributeNames=QueueInfo"_ba);
    }

    void cancellingHasNoBody()
    {
        Wire wire;
        wire.answerWith("{\"jobArn\": \"a\", \"cancellationStatus\": \"CANCELLING\"}");
        const auto cancelled = QCoro::waitFor(cancelJob(wire.client, jobArn));
        QVERIFY(cancelled);
        QCOMPARE(cancelled->cancellationStatus, u"CANCELLING"_s);
        const QByteArray request = wire.server.requests.at(0);
        QCOMPARE(requestLine(request), "PUT /job/arn%3Aaws%3Abraket%3Aus-west-2%3A123456789012%3Ajob%2F1/cancel"_ba);
        QCOMPARE(ScriptedServer::header(request, "content-length"), "0"_ba);
        QCOMPARE(ScriptedServer::header(request, "content-type"), QByteArray());
    }

    void searchesSendTheirDocument()
    {
        Wire wire;
        wire.answerWith(
            "{\"jobs\": [{\"jobArn\": \"a\"}], \"devices\": [{\"deviceArn\": \"d\"}], \"nextToken\": \"n\"}");
        const QByteArray page = SearchPage().toDocument();
        const auto jobs = QCoro::waitFor(searchJobs(wire.client, page));
        QVERIFY(jobs);
        QCOMPARE(jobs->jobs.size(), 1);
        const auto devices = QCoro::waitFor(searchDevices(wire.client, page));
        QVERIFY(devices);
        QCOMPARE(devices->devices.size(), 1);
        QCOMPARE(devices->nextToken, u"n"_s);
        QCOMPARE(requestLine(wire.server.requests.at(0)), "POST /jobs"_ba);
        QCOMPARE(requestLine(wire.server.requests.at(1)), "POST /devices"_ba);
        QCOMPARE(ScriptedServer::body(wire.server.requests.at(1)), page);
    }

    void aDeviceIsAskedForWithTheSchemasItMayAnswerWith()
    {
        Wire wire;
        wire.answerWith("{\"deviceArn\": \"d\", \"deviceCapabilities\": \"{}\"}");
        const auto device = QCoro::waitFor(getDevice(wire.client, u"arn:aws:braket:::device/x"_s));
        QVERIFY(device);
        QCOMPARE(device->capabilities, "{}"_ba);
        QVERIFY(ScriptedServer::header(wire.server.requests.at(0), "user-agent").contains("BraketSchemas/1.8.0"));
    }

    void tagsAreListedSetAndTakenAway()
    {
        Wire wire;
        wire.answerWith("{\"tags\": {\"a\": \"1\"}}");
        const auto tags = QCoro::waitFor(listTagsForResource(wire.client, jobArn));
        QVERIFY(tags);
        QCOMPARE(tags->tags, (QMap<QString, QString>{{u"a"_s, u"1"_s}}));
        QVERIFY(QCoro::waitFor(tagResource(wire.client, jobArn, {{u"b"_s, u"ü"_s}})));
        QVERIFY(QCoro::waitFor(untagResource(wire.client, jobArn, {u"a b"_s, u"c/d"_s})));
        QCOMPARE(ScriptedServer::body(wire.server.requests.at(1)), "{\"tags\":{\"b\":\"\xC3\xBC\"}}"_ba);
        QVERIFY(requestLine(wire.server.requests.at(2)).endsWith("?tagKeys=a%20b&tagKeys=c%2Fd"));
    }

    void theCallersIdentityComesFromSts()
    {
        Wire wire;
        wire.answerWith("<R><Account>123456789012</Account><Arn>arn</Arn><UserId>u</UserId></R>");
        const auto identity = QCoro::waitFor(aws::getCallerIdentity(wire.client));
        QVERIFY(identity);
        QCOMPARE(*identity, (aws::CallerIdentity{u"123456789012"_s, u"arn"_s, u"u"_s}));
        QCOMPARE(requestLine(wire.server.requests.at(0)), "POST /"_ba);
        QVERIFY(ScriptedServer::header(wire.server.requests.at(0), "authorization").contains("/us-west-2/sts/"));
    }

    void aCancelledCallSaysSo()
    {
        Wire wire;
        core::CancelToken cancel;
        wire.server.answer = [&cancel](const QByteArray &) {
            cancel.cancel();
            return ScriptedServer::Reply{};
        };
        const auto created = QCoro::waitFor(createJob(wire.client, document, cancel));
        QVERIFY(!created);
        QCOMPARE(created.error().kind, core::Error::Kind::Cancelled);
        QVERIFY(created.error().outcomeUnknown);
    }
};

QTEST_GUILESS_MAIN(tst_Calls)
#include "tst_calls.moc"
