#include "client.h"

#include "sandbox/jobs/life.h"
#include "sandbox/jobs/pace.h"

#include <QJsonArray>
#include <QTest>

#include <atomic>

using namespace braketeer;
using namespace braketeer::sandbox;
using namespace Qt::StringLiterals;

namespace {

QStringList types(const Life &life)
{
    QStringList list;
    for (const LifeEvent &event : life.events)
        list.append(event.type);
    return list;
}

QJsonObject with(const QString &member, const QJsonValue &value)
{
    QJsonObject document = jobDocument();
    document.insert(member, value);
    return document;
}

QJsonObject withEntryPoint(const QString &entryPoint)
{
    return with(u"algorithmSpecification"_s,
                QJsonObject{{u"scriptModeConfig"_s, QJsonObject{{u"entryPoint"_s, entryPoint}}}});
}

QJsonObject steered(const QString &key, const QString &value)
{
    return with(u"hyperParameters"_s, QJsonObject{{key, value}});
}

} // namespace

class tst_Lifecycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aJobGoesThroughItsStages_data()
    {
        QTest::addColumn<double>("age");
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("events");
        QTest::newRow("new") << 0.0 << u"QUEUED"_s << 1;
        QTest::newRow("starting") << 8.0 << u"QUEUED"_s << 2;
        QTest::newRow("loading") << 19.9 << u"QUEUED"_s << 3;
        QTest::newRow("running") << 20.0 << u"RUNNING"_s << 4;
        QTest::newRow("uploading") << 60.0 << u"RUNNING"_s << 5;
        QTest::newRow("done") << 65.0 << u"COMPLETED"_s << 6;
        QTest::newRow("long done") << 1e9 << u"COMPLETED"_s << 6;
    }

    void aJobGoesThroughItsStages()
    {
        QFETCH(const double, age);
        QFETCH(const int, events);
        const Life life = lifeOf(jobDocument(), age, {});
        QTEST(life.status, "status");
        const QStringList all{u"QUEUED_FOR_EXECUTION"_s, u"STARTING_INSTANCE"_s, u"DOWNLOADING_DATA"_s, u"RUNNING"_s,
                              u"UPLOADING_RESULTS"_s,    u"COMPLETED"_s};
        QCOMPARE(types(life), all.first(events));
        QCOMPARE(life.startedAt.has_value(), age >= 20);
        QCOMPARE(life.endedAt.has_value(), age >= 65);
        QVERIFY(life.failureReason.isEmpty());
    }

    void aQuantumComputerHasToBeWaitedFor()
    {
        const QJsonObject document = with(
            u"deviceConfig"_s, QJsonObject{{u"device"_s, u"arn:aws:braket:us-east-1::device/qpu/quera/Aquila"_s}});
        QCOMPARE(types(lifeOf(document, 0, {})), QStringList{u"WAITING_FOR_PRIORITY"_s});
        QCOMPARE(lifeOf(document, 29, {}).status, u"QUEUED"_s);
        QCOMPARE(lifeOf(document, 30, {}).status, u"RUNNING"_s);
    }

    void aJobCanFail_data()
    {
        QTest::addColumn<QJsonObject>("document");
        QTest::addColumn<double>("at");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("eventBefore");
        QTest::newRow("file instead of module")
            << withEntryPoint(u"bell.py"_s) << 23.0 << u"named 'bell.py'"_s << u"RUNNING"_s;
        QTest::newRow("file and function")
            << withEntryPoint(u"bell.py:main"_s) << 23.0 << u"named 'bell.py'"_s << u"RUNNING"_s;
        QTest::newRow("asked for") << steered(u"sandbox_outcome"_s, u"FAILED"_s) << 60.0 << u"sandbox_outcome"_s
                                   << u"RUNNING"_s;
        QTest::newRow("too long") << with(u"stoppingCondition"_s, QJsonObject{{u"maxRuntimeInSeconds"_s, 10}}) << 30.0
                                  << u"MaxRuntimeExceeded"_s << u"MAX_RUNTIME_EXCEEDED"_s;
    }

    void aJobCanFail()
    {
        QFETCH(const QJsonObject, document);
        QFETCH(const double, at);
        QFETCH(const QString, reason);
        QFETCH(const QString, eventBefore);
        QCOMPARE(lifeOf(document, at - 0.1, {}).status, u"RUNNING"_s);
        const Life life = lifeOf(document, at, {});
        QCOMPARE(life.status, u"FAILED"_s);
        QVERIFY2(life.failureReason.contains(reason), qPrintable(life.failureReason));
        QCOMPARE(types(life).constLast(), u"FAILED"_s);
        QCOMPARE(types(life).value(types(life).size() - 2), eventBefore);
    }

    void aModuleIsNoFile()
    {
        QCOMPARE(lifeOf(withEntryPoint(u"pkg.pyramid:main.py"_s), 100, {}).status, u"COMPLETED"_s);
    }

    void theRuntimeCanBeChosen_data()
    {
        QTest::addColumn<QString>("runtime");
        QTest::addColumn<double>("end");
        QTest::newRow("short") << u"0"_s << 25.0;
        QTest::newRow("long") << u"1000.5"_s << 1025.5;
        QTest::newRow("negative") << u"-5"_s << 65.0;
        QTest::newRow("not a number") << u"nan"_s << 65.0;
        QTest::newRow("text") << u"long"_s << 65.0;
    }

    void theRuntimeCanBeChosen()
    {
        QFETCH(const QString, runtime);
        QFETCH(const double, end);
        QCOMPARE(lifeOf(steered(u"sandbox_runtime"_s, runtime), 1e6, {}).endedAt, std::optional(end));
    }

    void aCancelledJobKeepsWhatHadHappened()
    {
        const Life cancelling = lifeOf(jobDocument(), 26, 25);
        QCOMPARE(cancelling.status, u"CANCELLING"_s);
        QVERIFY(!cancelling.isOver());
        const Life cancelled = lifeOf(jobDocument(), 28, 25);
        QCOMPARE(cancelled.status, u"CANCELLED"_s);
        QCOMPARE(cancelled.startedAt, std::optional(20.0));
        QCOMPARE(types(cancelled).last(2), (QStringList{u"RUNNING"_s, u"CANCELLED"_s}));
        const Life beforeStart = lifeOf(jobDocument(), 1e6, 2);
        QCOMPARE(types(beforeStart), (QStringList{u"QUEUED_FOR_EXECUTION"_s, u"CANCELLED"_s}));
        QVERIFY(!beforeStart.startedAt);
    }

    void sandboxTimeNeverGoesBack()
    {
        const QDateTime start = QDateTime(QDate(2026, 1, 2), QTime(0, 0), Qt::UTC);
        Pace pace(start, 10);
        pace.setSpeed(0, start.addSecs(1));
        pace.setSpeed(2, start.addSecs(5));
        QCOMPARE(pace.sandboxSecondsAt(start), 0.0);
        QCOMPARE(pace.sandboxSecondsAt(start.addMSecs(500)), 5.0);
        QCOMPARE(pace.sandboxSecondsAt(start.addSecs(3)), 10.0);
        QCOMPARE(pace.sandboxSecondsAt(start.addSecs(6)), 12.0);
        QCOMPARE(pace.sandboxSecondsAt(start.addSecs(-6)), 0.0);
        QCOMPARE(pace.realTimeAt(5), start.addMSecs(500));
        QCOMPARE(pace.realTimeAt(10), start.addSecs(1));
        QCOMPARE(pace.realTimeAt(12), start.addSecs(6));
        const auto again = Pace::fromJson(pace.toJson());
        QVERIFY(again);
        QCOMPARE(again->toJson(), pace.toJson());
    }

    void aClockThatStandsStillNeverArrives()
    {
        const QDateTime start = QDateTime(QDate(2026, 1, 2), QTime(0, 0), Qt::UTC);
        QVERIFY(!Pace(start, 0).realTimeAt(1).isValid());
        QCOMPARE(Pace(start, 0).realTimeAt(0), start);
        QVERIFY(!Pace(start, 1e-300).realTimeAt(1).isValid());
        QVERIFY(!Pace::isSpeed(qQNaN()));
        QVERIFY(!Pace::isSpeed(qInf()));
        QVERIFY(!Pace::isSpeed(-1));
    }

    void aDamagedPaceIsRefused()
    {
        QVERIFY(!Pace::fromJson({}));
        QVERIFY(!Pace::fromJson({u"x"_s}));
        QJsonArray list = Pace(QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC), 1).toJson();
        list.append(QJsonObject{{u"realMs"_s, 500}, {u"sandboxSeconds"_s, 1}, {u"speed"_s, 1}});
        QVERIFY(!Pace::fromJson(list));
    }

    /// The same over the wire: the clock is set by hand.
    void clientsSeeTheLifeOfAJob()
    {
        std::atomic<qint64> now = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC).toMSecsSinceEpoch();
        Sandbox::Options options;
        options.clock = [&now] { return QDateTime::fromMSecsSinceEpoch(now, Qt::UTC); };
        options.speed = 2;
        const auto sandbox = Sandbox::start(options);
        WireClient client(**sandbox);
        client.time = options.clock();

        const QString arn = client.createJob(jobDocument());
        QCOMPARE(client.getJob(arn)[u"status"].toString(), u"QUEUED"_s);
        now += 10'000;
        QJsonObject job = client.getJob(arn, "?additionalAttributeNames=QueueInfo");
        QCOMPARE(job[u"status"].toString(), u"RUNNING"_s);
        QCOMPARE(job[u"startedAt"].toString(), u"2026-01-02T03:04:15.000Z"_s);
        QCOMPARE(job[u"queueInfo"][u"position"].toString(), u"None"_s);
        QVERIFY((*sandbox)->setSpeed(1));
        now += 45'000;
        job = client.getJob(arn);
        QCOMPARE(job[u"status"].toString(), u"COMPLETED"_s);
        QCOMPARE(job[u"createdAt"].toString(), u"2026-01-02T03:04:05.000Z"_s);
        QCOMPARE(job[u"endedAt"].toString(), u"2026-01-02T03:05:00.000Z"_s);
        QCOMPARE(job[u"events"].toArray().last()[u"eventType"].toString(), u"COMPLETED"_s);

        const WireReply tooLate = client.send("PUT", "/job/" + encoded(arn) + "/cancel");
        QCOMPARE(tooLate.status, 409);
        QCOMPARE(tooLate.headers.value("x-amzn-errortype"), "ConflictException"_ba);
    }

    void cancellingIsAcceptedOnceAndAnsweredAgain()
    {
        std::atomic<qint64> now = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC).toMSecsSinceEpoch();
        Sandbox::Options options;
        options.clock = [&now] { return QDateTime::fromMSecsSinceEpoch(now, Qt::UTC); };
        const auto sandbox = Sandbox::start(options);
        WireClient client(**sandbox);
        client.time = options.clock();
        const QString arn = client.createJob(jobDocument());
        const auto cancel = [&] { return client.send("PUT", "/job/" + encoded(arn) + "/cancel"); };
        const auto status = [&] { return (*sandbox)->jobs().constFirst().status; };

        QCOMPARE(cancel().text(u"cancellationStatus"), u"CANCELLING"_s);
        QCOMPARE(status(), u"CANCELLING"_s);
        now += 2000;
        QCOMPARE(cancel().text(u"cancellationStatus"), u"CANCELLING"_s); // does not begin anew
        now += 1000;
        QCOMPARE(status(), u"CANCELLED"_s);
        QCOMPARE(cancel().text(u"cancellationStatus"), u"CANCELLED"_s);
    }

    void timesAreThoseOfTheServicesClock()
    {
        const QDateTime now(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
        Sandbox::Options options;
        options.clock = [now] { return now; };
        const auto sandbox = Sandbox::start(options);
        (*sandbox)->setClockSkew(std::chrono::hours(1));
        WireClient client(**sandbox);
        client.time = now.addSecs(3600);
        QCOMPARE(client.getJob(client.createJob(jobDocument()))[u"createdAt"].toString(),
                 u"2026-01-02T04:04:05.000Z"_s);
    }
};

QTEST_GUILESS_MAIN(tst_Lifecycle)
#include "tst_lifecycle.moc"
