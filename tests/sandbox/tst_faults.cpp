#include "client.h"

#include "sandbox/faults/fault.h"

#include <QJsonDocument>
#include <QTest>

using namespace braketeer;
using namespace braketeer::sandbox;
using namespace Qt::StringLiterals;

class tst_Faults : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        auto started = Sandbox::start();
        QVERIFY(started);
        m_sandbox = std::move(*started);
        m_client = std::make_unique<WireClient>(*m_sandbox);
    }

    void cleanup()
    {
        m_client.reset();
        m_sandbox.reset();
    }

    void aRuleIsUnderstood_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("delayMs");
        QTest::newRow("once") << u"throttle:CreateJob"_s << u"CreateJob"_s << 1 << 0 << 0;
        QTest::newRow("counted") << u"throttle:CreateJob:2"_s << u"CreateJob"_s << 2 << 0 << 0;
        QTest::newRow("for all, always") << u"reset-after:*:*"_s << u"*"_s << -1 << 0 << 0;
        QTest::newRow("forever") << u"truncate:GetJob:forever"_s << u"GetJob"_s << -1 << 0 << 0;
        QTest::newRow("status") << u"status:CreateJob:503"_s << u"CreateJob"_s << 1 << 503 << 0;
        QTest::newRow("error") << u"error:CreateJob:ServiceQuotaExceededException:402:3"_s << u"CreateJob"_s << 3 << 402
                               << 0;
        QTest::newRow("milliseconds") << u"delay:GetJob:500ms"_s << u"GetJob"_s << 1 << 0 << 500;
        QTest::newRow("seconds") << u" delay:GetJob:2s:4\n"_s << u"GetJob"_s << 4 << 0 << 2000;
    }

    void aRuleIsUnderstood()
    {
        QFETCH(const QString, rule);
        const auto fault = Fault::parse(rule);
        QVERIFY2(fault, fault ? "" : qPrintable(fault.error().text()));
        QTEST(fault->operation, "operation");
        QTEST(fault->remaining, "count");
        QTEST(fault->status, "status");
        QTEST(int(fault->delay.count()), "delayMs");
    }

    void aWrongRuleIsNamed_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("named");
        QTest::newRow("empty") << QString() << u"throttle, error"_s;
        QTest::newRow("kind") << u"explode:CreateJob"_s << u"throttle, error"_s;
        QTest::newRow("no operation") << u"throttle"_s << u"1 parts"_s;
        QTest::newRow("blank operation") << u"throttle:"_s << u"“”"_s;
        QTest::newRow("operation") << u"throttle:Create Job"_s << u"“Create Job”"_s;
        QTest::newRow("count") << u"throttle:CreateJob:0"_s << u"“0”"_s;
        QTest::newRow("count is no number") << u"throttle:CreateJob:x"_s << u"“x”"_s;
        QTest::newRow("too many parts") << u"throttle:CreateJob:1:2"_s << u"4 parts"_s;
        QTest::newRow("status") << u"status:CreateJob:99"_s << u"“99”"_s;
        QTest::newRow("no status") << u"status:CreateJob"_s << u"2 parts"_s;
        QTest::newRow("code") << u"error:CreateJob:not a code:402"_s << u"“not a code”"_s;
        QTest::newRow("delay") << u"delay:CreateJob:500"_s << u"“500”"_s;
        QTest::newRow("long delay") << u"delay:CreateJob:601s"_s << u"“601s”"_s;
    }

    void aWrongRuleIsNamed()
    {
        QFETCH(const QString, rule);
        QFETCH(const QString, named);
        const auto result = m_sandbox->addFault(rule);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, core::Error::Kind::Usage);
        QVERIFY2(result.error().message.contains(named), qPrintable(result.error().message));
    }

    void throttlingEndsAfterItsCount()
    {
        QVERIFY(m_sandbox->addFault(u"throttle:CreateJob:2"_s));
        for (int number = 0; number < 2; ++number) {
            const WireReply reply = m_client->send("POST", "/job", jobDocument());
            QCOMPARE(reply.status, 429);
            QCOMPARE(reply.headers.value("x-amzn-errortype"), "ThrottlingException"_ba);
        }
        QVERIFY(m_sandbox->jobs().isEmpty());
        QCOMPARE(m_client->send("POST", "/job", jobDocument()).status, 201);
        QCOMPARE(m_sandbox->requestCount(u"CreateJob"_s), 3);
    }

    void anErrorHasItsCodeAndStatus()
    {
        QVERIFY(m_sandbox->addFault(u"error:CreateJob:ServiceQuotaExceededException:402"_s));
        const WireReply reply = m_client->send("POST", "/job", jobDocument());
        QCOMPARE(reply.status, 402);
        QCOMPARE(reply.headers.value("x-amzn-errortype"), "ServiceQuotaExceededException"_ba);
        QVERIFY(m_sandbox->jobs().isEmpty());
    }

    void aBareStatusHasNoBody()
    {
        QVERIFY(m_sandbox->addFault(u"status:CreateJob:503"_s));
        const WireReply reply = m_client->send("POST", "/job", jobDocument());
        QCOMPARE(reply.status, 503);
        QVERIFY(reply.complete);
        QVERIFY(reply.body.isEmpty());
        QVERIFY(!reply.headers.contains("x-amzn-errortype"));
    }

    void aResetBeforeCarriesNothingOut()
    {
        QVERIFY(m_sandbox->addFault(u"reset-before:CreateJob"_s));
        const WireReply reply = m_client->send("POST", "/job", jobDocument());
        QCOMPARE(reply.status, 0);
        QVERIFY(m_sandbox->jobs().isEmpty());
        QCOMPARE(m_sandbox->requests().constLast().status, 0);
        QVERIFY(!m_client->createJob(jobDocument()).isEmpty()); // on a new connection
    }

    void aResetAfterLosesTheAnswerOnly()
    {
        QVERIFY(m_sandbox->addFault(u"reset-after:CreateJob"_s));
        QCOMPARE(m_client->send("POST", "/job", jobDocument()).status, 0);
        QCOMPARE(m_sandbox->jobs().size(), 1);
        QCOMPARE(m_client->createJob(jobDocument()), m_sandbox->jobs().constFirst().jobArn);
        QCOMPARE(m_sandbox->jobs().size(), 1);
    }

    void aTruncatedAnswerBreaksOffInItsBody()
    {
        m_client->createJob(jobDocument());
        QVERIFY(m_sandbox->addFault(u"truncate:SearchJobs"_s));
        const WireReply reply = m_client->send("POST", "/jobs", "{\"filters\":[]}"_ba);
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.complete);
        QVERIFY(!reply.body.isEmpty());
        QVERIFY(reply.body.size() < reply.headers.value("content-length").toInt());
        QVERIFY(m_client->send("POST", "/jobs", "{\"filters\":[]}"_ba).complete);
    }

    void anAnswerThatIsNoJsonHasStatus200()
    {
        QVERIFY(m_sandbox->addFault(u"not-json:CreateJob"_s));
        const WireReply reply = m_client->send("POST", "/job", jobDocument());
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.complete);
        QVERIFY(QJsonDocument::fromJson(reply.body).isNull());
        QCOMPARE(m_sandbox->jobs().size(), 1);
    }

    void aDelayedAnswerComesLate()
    {
        QVERIFY(m_sandbox->addFault(u"delay:CreateJob:50ms"_s));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_client->send("POST", "/job", jobDocument()).status, 201);
        QVERIFY(timer.elapsed() >= 50);
    }

    void aRuleForAllIsForAll()
    {
        QVERIFY(m_sandbox->addFault(u"throttle:*:*"_s));
        QCOMPARE(m_client->send("POST", "/job", jobDocument()).status, 429);
        QCOMPARE(m_client->send("POST", "/jobs", "{\"filters\":[]}"_ba).status, 429);
        m_client->service = "sts";
        const QByteArray form = "Action=GetCallerIdentity&Version=2011-06-15";
        QVERIFY(m_client->send("POST", "/", form).body.contains("<Code>Throttling</Code>"));
        m_sandbox->clearFaults();
        QCOMPARE(m_client->send("POST", "/", form).status, 200);
    }

    void anUnsignedRequestUsesUpNoFault()
    {
        QVERIFY(m_sandbox->addFault(u"throttle:CreateJob:1"_s));
        QCOMPARE(m_client->exchange("POST /job HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n").status, 403);
        QCOMPARE(m_client->send("POST", "/job", jobDocument()).status, 429);
    }

    void theFirstRuleThatFitsIsUsed()
    {
        QVERIFY(m_sandbox->addFault(u"status:CreateJob:500"_s));
        QVERIFY(m_sandbox->addFault(u"status:CreateJob:502"_s));
        QCOMPARE(m_client->send("POST", "/job", jobDocument()).status, 500);
        QCOMPARE(m_client->send("POST", "/job", jobDocument()).status, 502);
        QCOMPARE(m_client->send("POST", "/job", jobDocument()).status, 201);
    }

private:
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<WireClient> m_client;
};

QTEST_GUILESS_MAIN(tst_Faults)
#include "tst_faults.moc"
