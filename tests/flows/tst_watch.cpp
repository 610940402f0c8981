#include "flows/canceljob.h"
#include "flows/submit.h"
#include "flows/watch.h"

#include "flows/workplace.h"
#include "support/patience.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace braketeer;
using namespace braketeer::flows;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

class tst_Watch : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_place = std::make_unique<Workplace>();
        QVERIFY(m_place->service().setSpeed(0)); // jobs stand still until a test lets them run
    }

    void aJobIsFollowedToItsEnd()
    {
        const auto session = m_place->session();
        const QString arn = create(session, u"bell"_s);
        const auto history = QCoro::waitFor(session->history()).value();
        QSignalSpy spy(history.get(), &store::History::changed);

        QCOMPARE(refresh(session).changed, QStringList{arn});
        QCOMPARE(row(arn).status, u"QUEUED"_s);
        QVERIFY(row(arn).jobCreatedAt.isValid());
        QCOMPARE(spy.size(), 1);

        QVERIFY(m_place->service().setSpeed(1e6));
        QTRY_VERIFY_WITH_TIMEOUT(refresh(session).unfinished == 0, braketeer::test::patience);
        const store::Submission done = row(arn);
        QCOMPARE(done.status, u"COMPLETED"_s);
        QVERIFY(done.startedAt.isValid());
        QVERIFY(done.endedAt.isValid());
        QVERIFY(done.job.contains("COMPLETED"));
    }

    void nothingNewCostsOneListAndNoSingleRequest()
    {
        const auto session = m_place->session();
        for (int number = 0; number < 5; ++number)
            create(session, u"bell-"_s + QString::number(number));
        QCOMPARE(refresh(session).changed.size(), 5);
        const int lists = m_place->service().requestCount(u"SearchJobs"_s);
        const int singles = m_place->service().requestCount(u"GetJob"_s);
        const WatchReport report = refresh(session);
        QCOMPARE(report.unfinished, 5);
        QVERIFY(report.changed.isEmpty());
        QCOMPARE(m_place->service().requestCount(u"SearchJobs"_s), lists + 1);
        QCOMPARE(m_place->service().requestCount(u"GetJob"_s), singles);
    }

    void withoutUnfinishedJobsNobodyIsAsked()
    {
        const auto session = m_place->session();
        QCOMPARE(refresh(session).unfinished, 0);
        QCOMPARE(m_place->service().requestCount(), 0);
    }

    void jobsOfAnotherRegionAreLeftAlone()
    {
        create(m_place->session(), u"bell"_s);
        SessionOptions options;
        options.region = u"eu-west-2"_s;
        QCOMPARE(refresh(m_place->session(options)).unfinished, 0);
    }

    void theDemoGoesOnAtAnotherPort()
    {
        // The built-in service keeps its jobs in a file, and has another port each time.
        const QString state = m_place->folder() + u"/demo-service.json"_s;
        QString arn;
        {
            const auto service = startService(state);
            QVERIFY(service);
            arn = create(m_place->session(demoAt(*service)), u"bell"_s);
        }
        const auto holder = sandbox::Sandbox::start(); // so that the port cannot be the same by chance
        const auto service = startService(state);
        QVERIFY(service);
        const auto session = m_place->session(demoAt(*service));
        QCOMPARE(refresh(session).changed, QStringList{arn});
        QVERIFY(!QFile::exists(m_place->historyFile()));
    }

    void whatCannotBeAskedIsSaidAndNothingIsLost()
    {
        const auto session = m_place->session();
        const QString arn = create(session, u"bell"_s);
        refresh(session);
        QVERIFY(m_place->service().addFault(u"error:SearchJobs:AccessDeniedException:403"_s));
        const auto report = QCoro::waitFor(refreshJobs(session, fast()));
        QVERIFY(!report);
        QCOMPARE(report.error().serviceCode, u"AccessDeniedException"_s);
        QCOMPARE(row(arn).status, u"QUEUED"_s);
    }

    void oneJobIsRefreshedAtOnce()
    {
        const auto session = m_place->session();
        const QString arn = create(session, u"bell"_s);
        const auto answer = QCoro::waitFor(refreshJob(session, arn));
        QVERIFY(answer);
        QCOMPARE(row(arn).job, *answer);
        QCOMPARE(row(arn).status, u"QUEUED"_s);
    }

    void aCancelledJobIsWrittenDown()
    {
        const auto session = m_place->session();
        const QString arn = create(session, u"bell"_s);
        const auto receipt = QCoro::waitFor(cancelJob(session, arn));
        QVERIFY2(receipt, why(receipt).constData());
        QCOMPARE(receipt->jobArn, arn);
        QVERIFY(receipt->json.contains(arn.toUtf8()));
        QCOMPARE(row(arn).status, receipt->status);
        QVERIFY(receipt->status.startsWith(u"CANCELL"));
    }

private:
    static std::unique_ptr<sandbox::Sandbox> startService(const QString &stateFile)
    {
        sandbox::Options options;
        options.speed = 0;
        options.stateFile = stateFile;
        auto service = sandbox::Sandbox::start(options);
        return service ? std::move(*service) : nullptr;
    }

    static SessionOptions demoAt(const sandbox::Sandbox &service)
    {
        SessionOptions options;
        options.demo = true;
        options.endpointUrl = service.url().toString();
        const auto environment = service.environment();
        options.keys = StaticKeys{environment[1].second, core::Secret(environment[2].second.toUtf8()), {}};
        return options;
    }

    static WatchOptions fast()
    {
        WatchOptions options;
        options.pace = std::chrono::milliseconds(0);
        return options;
    }

    static WatchReport refresh(const std::shared_ptr<Session> &session)
    {
        return QCoro::waitFor(refreshJobs(session, fast())).value();
    }

    static QString create(const std::shared_ptr<Session> &session, const QString &name)
    {
        return QCoro::waitFor(submit(session, validSpec(name))).value().jobArn;
    }

    store::Submission row(const QString &arn) { return QCoro::waitFor(m_place->history()->find(arn)).value(); }

    std::unique_ptr<Workplace> m_place;
};

QTEST_GUILESS_MAIN(tst_Watch)
#include "tst_watch.moc"
