#include "flows/resolveeverywhere.h"
#include "flows/submit.h"

#include "flows/workplace.h"
#include "support/patience.h"

#include <QTest>

using namespace braketeer;
using namespace braketeer::flows;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;
using store::SubmissionState;
using Outcome = Settled::Outcome;

Q_DECLARE_METATYPE(Outcome)

class tst_Resolve : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_place = std::make_unique<Workplace>(); }

    void aJobThatWasMadeIsFound_data() { ages(); }

    void aJobThatWasMadeIsFound()
    {
        QFETCH(const int, minutes);
        loseAnswer(true);
        age(minutes);
        const auto settled = run(NoInteraction());
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0].outcome, Outcome::Found);
        QCOMPARE(settled[0].jobArn, m_place->service().jobs()[0].jobArn);
        QCOMPARE(m_place->service().jobs().size(), 1);
        QCOMPARE(rows()[0].state, SubmissionState::Accepted);
        QCOMPARE(rows()[0].jobArn, settled[0].jobArn);
        QVERIFY(run(NoInteraction()).isEmpty());
    }

    void aRequestThatNeverArrivedIsSentAgainWithItsToken()
    {
        const QString token = loseAnswer(false);
        const auto settled = run(NoInteraction());
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0].outcome, Outcome::SentAgain);
        QCOMPARE(m_place->service().jobs().size(), 1);
        QCOMPARE(m_place->service().jobs()[0].clientToken, token);
        QCOMPARE(rows()[0].jobArn, m_place->service().jobs()[0].jobArn);
        QCOMPARE(rows()[0].attempts, 2);
        const auto requests = m_place->service().requests();
        QCOMPARE(requests.last().body, rows()[0].request);
    }

    void afterTenMinutesOnlyAPersonSendsAgain_data()
    {
        QTest::addColumn<LostAnswer>("answer");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<SubmissionState>("state");
        QTest::addColumn<int>("jobs");
        QTest::newRow("send") << LostAnswer::SendAgain << Outcome::SentAgain << SubmissionState::Accepted << 1;
        QTest::newRow("later") << LostAnswer::Later << Outcome::Waiting << SubmissionState::Unknown << 0;
        QTest::newRow("give up") << LostAnswer::GiveUp << Outcome::GivenUp << SubmissionState::Refused << 0;
    }

    void afterTenMinutesOnlyAPersonSendsAgain()
    {
        QFETCH(const LostAnswer, answer);
        QFETCH(const Outcome, outcome);
        QFETCH(const SubmissionState, state);
        QFETCH(const int, jobs);
        loseAnswer(false);
        age(11);
        const auto person = std::make_shared<Person>(answer);
        const auto settled = QCoro::waitFor(resolve(m_place->session(), person)).value();
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0].outcome, outcome);
        QCOMPARE(person->asked.size(), 1);
        QCOMPARE(person->asked[0].jobName, u"bell"_s);
        QCOMPARE(rows()[0].state, state);
        QCOMPARE(m_place->service().jobs().size(), jobs);
    }

    void aStoppedSubmissionIsNeverSentAgainByItself()
    {
        store::Submission row = unsent();
        row.state = SubmissionState::Sent;
        row.firstSentAt = row.createdAt;
        const auto history = m_place->history();
        const auto id = QCoro::waitFor(history->prepare(row, {}));
        QVERIFY(id);
        core::Error stopped;
        stopped.kind = core::Error::Kind::Cancelled;
        stopped.message = u"Stopped."_s;
        QVERIFY(QCoro::waitFor(history->markUnknown(*id, stopped)));
        const auto settled = run(NoInteraction());
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0].outcome, Outcome::Waiting);
        QVERIFY(m_place->service().jobs().isEmpty());
    }

    void anotherJobOfTheSameNameIsNotMistakenForIt()
    {
        job::JobSpec other = validSpec();
        other.set(job::Path::parse(u"hyperParameters.shots"), job::Value::text(u"200"_s));
        SubmitOptions unrecorded;
        unrecorded.record = false;
        QVERIFY(QCoro::waitFor(submit(m_place->session(), other, unrecorded)));
        loseAnswer(false);
        const auto settled = run(NoInteraction());
        QCOMPARE(settled[0].outcome, Outcome::SentAgain);
        QCOMPARE(m_place->service().jobs().size(), 2);
        QCOMPARE(settled[0].jobArn, m_place->service().jobs()[1].jobArn);
    }

    void aJobThatBelongsToAnotherSubmissionIsNotTaken()
    {
        QVERIFY(QCoro::waitFor(submit(m_place->session(), validSpec())));
        loseAnswer(false);
        const auto settled = run(NoInteraction());
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0].outcome, Outcome::SentAgain);
        QCOMPARE(m_place->service().jobs().size(), 2);
        QVERIFY(rows()[0].jobArn != rows()[1].jobArn);
    }

    void twinsAreToldApartByTheirTokens()
    {
        loseAnswer(false);
        loseAnswer(true);
        const auto settled = run(NoInteraction());
        QCOMPARE(settled.size(), 2);
        QCOMPARE(m_place->service().jobs().size(), 2);
        for (const store::Submission &row : rows()) {
            QCOMPARE(row.state, SubmissionState::Accepted);
            for (const sandbox::JobSnapshot &job : m_place->service().jobs())
                QCOMPARE(row.jobArn == job.jobArn, row.clientToken == job.clientToken);
        }
    }

    void whatWasNeverSentGoesOutOnce()
    {
        prepareUnsent();
        const auto settled = run(NoInteraction());
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0].outcome, Outcome::SentAgain);
        QCOMPARE(m_place->service().requestCount(u"SearchJobs"_s), 0);
        QCOMPARE(m_place->service().jobs().size(), 1);
    }

    void whatWasNeverSentCanBeRefused()
    {
        prepareUnsent();
        QVERIFY(m_place->service().addFault(u"error:CreateJob:AccessDeniedException:403"_s));
        QCOMPARE(run(NoInteraction())[0].outcome, Outcome::Refused);
        QCOMPARE(rows()[0].state, SubmissionState::Refused);
    }

    void aSilentServiceLeavesItOpen_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("search lost") << u"reset-before:SearchJobs:*"_s;
        QTest::newRow("search denied") << u"error:SearchJobs:AccessDeniedException:403"_s;
        QTest::newRow("repeat lost") << u"reset-before:CreateJob:*"_s;
        QTest::newRow("repeat throttled") << u"throttle:CreateJob:*"_s;
        QTest::newRow("repeat in conflict") << u"error:CreateJob:ConflictException:409"_s;
        QTest::newRow("repeat denied") << u"error:CreateJob:AccessDeniedException:403"_s;
        QTest::newRow("repeat over quota, just after") << u"error:CreateJob:ServiceQuotaExceededException:402"_s;
    }

    void aSilentServiceLeavesItOpen()
    {
        QFETCH(const QString, fault);
        loseAnswer(false);
        QVERIFY(m_place->service().addFault(fault));
        const auto settled = run(NoInteraction());
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0].outcome, Outcome::StillUnknown);
        QVERIFY(!settled[0].error.message.isEmpty());
        QVERIFY(store::isOpen(rows()[0].state));
        m_place->service().clearFaults();
        QCOMPARE(run(NoInteraction())[0].outcome, Outcome::SentAgain); // its claim was given back
    }

    void aRefusalThatTheFirstSendMetTooSettlesIt_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("minutes");
        QTest::newRow("the document") << u"error:CreateJob:ValidationException:400"_s << 0;
        QTest::newRow("quota, later") << u"error:CreateJob:ServiceQuotaExceededException:402"_s << 2;
        QTest::newRow("device retired, later") << u"error:CreateJob:DeviceRetiredException:410"_s << 2;
    }

    void aRefusalThatTheFirstSendMetTooSettlesIt()
    {
        QFETCH(const QString, fault);
        QFETCH(const int, minutes);
        loseAnswer(false);
        age(minutes);
        QVERIFY(m_place->service().addFault(fault));
        QCOMPARE(run(NoInteraction())[0].outcome, Outcome::Refused);
        QCOMPARE(rows()[0].state, SubmissionState::Refused);
        QVERIFY(m_place->service().jobs().isEmpty());
    }

    void aServiceWithoutTheFilterByNameIsAskedByTimeAlone()
    {
        loseAnswer(true);
        QVERIFY(m_place->service().addFault(u"error:SearchJobs:ValidationException:400"_s));
        QCOMPARE(run(NoInteraction())[0].outcome, Outcome::Found);
    }

    void whatBelongsElsewhereIsLeftAlone()
    {
        loseAnswer(true);
        SessionOptions options;
        options.region = u"eu-west-2"_s;
        const auto settled =
            QCoro::waitFor(resolve(m_place->session(options), std::make_shared<NoInteraction>())).value();
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0].outcome, Outcome::Elsewhere);
        QCOMPARE(settled[0].region, u"us-west-2"_s);
        QCOMPARE(rows()[0].state, SubmissionState::Unknown);
        QCOMPARE(m_place->service().requestCount(), 1);
    }

    void whatBelongsElsewhereIsSettledThereWhenASessionCanBeOpened()
    {
        loseAnswer(true);
        SessionOptions options;
        options.region = u"eu-west-2"_s;
        QList<QString> opened;
        const auto open = [&](const SessionOptions &place) -> core::Result<std::shared_ptr<Session>> {
            opened.append(place.region);
            return m_place->session(place);
        };
        const auto settled = QCoro::waitFor(
                                 resolveEverywhere(m_place->session(options), open, std::make_shared<NoInteraction>()))
                                 .value();
        QCOMPARE(opened, QList<QString>{u"us-west-2"_s});
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0].outcome, Outcome::Found);
        QCOMPARE(rows()[0].state, SubmissionState::Accepted);
    }

    void aPlaceThatCannotBeOpenedStaysElsewhere()
    {
        loseAnswer(true);
        SessionOptions options;
        options.region = u"eu-west-2"_s;
        const auto open = [](const SessionOptions &) -> core::Result<std::shared_ptr<Session>> {
            return core::fail(core::Error::Kind::Credentials, u"The profile is gone."_s);
        };
        const auto settled = QCoro::waitFor(
                                 resolveEverywhere(m_place->session(options), open, std::make_shared<NoInteraction>()))
                                 .value();
        QCOMPARE(settled[0].outcome, Outcome::Elsewhere);
        QCOMPARE(rows()[0].state, SubmissionState::Unknown);
    }

    void anotherIdentityIsElsewhere()
    {
        loseAnswer(false);
        SessionOptions options;
        options.keys = StaticKeys{m_place->environment().value(u"AWS_ACCESS_KEY_ID"_s),
                                  core::Secret(m_place->environment().value(u"AWS_SECRET_ACCESS_KEY"_s).toUtf8()),
                                  {}};
        const auto settled =
            QCoro::waitFor(resolve(m_place->session(options), std::make_shared<NoInteraction>())).value();
        QCOMPARE(settled[0].outcome, Outcome::Elsewhere);
        QVERIFY(m_place->service().jobs().isEmpty());
    }

    void anotherAccountIsElsewhere()
    {
        store::Submission row = unsent();
        row.account = u"999999999999"_s;
        QVERIFY(QCoro::waitFor(m_place->history()->prepare(row, {})));
        QCOMPARE(run(NoInteraction())[0].outcome, Outcome::Elsewhere);
        row.account = u"000000000000"_s;
        QVERIFY(QCoro::waitFor(m_place->history()->prepare(row, {})));
        QCOMPARE(run(NoInteraction())[1].outcome, Outcome::SentAgain);
    }

    void aSubmissionInFlightIsNotTouched()
    {
        QVERIFY(m_place->service().addFault(u"delay:CreateJob:300s"_s));
        SubmitOptions options;
        auto task = submit(m_place->session(), validSpec(), options);
        QTRY_COMPARE_WITH_TIMEOUT(m_place->service().requestCount(u"CreateJob"_s), 1, braketeer::test::patience);
        const auto settled = run(NoInteraction());
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled[0].outcome, Outcome::InFlight);
        QCOMPARE(m_place->service().requestCount(), 1);
        options.cancel.cancel();
        QVERIFY(!QCoro::waitFor(std::move(task)));
    }

    void twoAtOnceSendOnce()
    {
        loseAnswer(false);
        QVERIFY(m_place->service().addFault(u"delay:SearchJobs:300ms:2"_s));
        auto first = resolve(m_place->session(), std::make_shared<NoInteraction>());
        auto second = resolve(m_place->session(), std::make_shared<NoInteraction>());
        const auto one = QCoro::waitFor(std::move(first)).value();
        const auto two = QCoro::waitFor(std::move(second)).value();
        QList<Outcome> outcomes;
        for (const auto &settled : {one, two})
            outcomes << (settled.isEmpty() ? Outcome::InFlight : settled[0].outcome);
        QCOMPARE(outcomes.count(Outcome::SentAgain), 1);
        QCOMPARE(outcomes.count(Outcome::InFlight), 1);
        QCOMPARE(m_place->service().requestCount(u"CreateJob"_s), 2);
        QCOMPARE(m_place->service().jobs().size(), 1);
    }

    void everyOutcomeHasAName()
    {
        QSet<QString> names;
        for (int outcome = int(Outcome::Found); outcome <= int(Outcome::Elsewhere); ++outcome)
            names << outcomeName(Outcome(outcome));
        QCOMPARE(names.size(), int(Outcome::Elsewhere) + 1);
        QVERIFY(!names.contains(QString()));
    }

private:
    static void ages()
    {
        QTest::addColumn<int>("minutes");
        QTest::newRow("at once") << 0;
        QTest::newRow("days later") << 3 * 24 * 60;
    }

    QList<Settled> run(NoInteraction)
    {
        return QCoro::waitFor(resolve(m_place->session(), std::make_shared<NoInteraction>())).value();
    }

    QList<store::Submission> rows() { return m_place->submissions(); }

    /// A submission whose answer was lost; its token.
    QString loseAnswer(bool carriedOut)
    {
        const QString fault = carriedOut ? u"reset-after:CreateJob:*"_s : u"reset-before:CreateJob:*"_s;
        (void)m_place->service().addFault(fault);
        (void)QCoro::waitFor(submit(m_place->session(), validSpec()));
        m_place->service().clearFaults();
        return rows().last().clientToken;
    }

    /// Lets the first submission have been sent so many minutes ago.
    void age(int minutes)
    {
        if (minutes == 0)
            return;
        store::Submission row = rows()[0];
        const auto history = m_place->history();
        core::Error moved;
        moved.message = u"moved"_s;
        QVERIFY(QCoro::waitFor(history->refuse(row.id, moved)));
        QVERIFY(QCoro::waitFor(history->forget(row.id)));
        row.createdAt = row.firstSentAt = row.createdAt.addSecs(-60 * minutes);
        row.state = SubmissionState::Unknown;
        QVERIFY(QCoro::waitFor(history->prepare(row, {})));
    }

    store::Submission unsent()
    {
        const PreparedRequest request = prepareRequest(validSpec());
        store::Submission row;
        row.clientToken = request.clientToken;
        row.request = request.body;
        row.jobName = u"bell"_s;
        row.region = u"us-west-2"_s;
        row.endpoint = m_place->service().url().toString();
        row.identity = u"environment"_s;
        row.createdAt = row.updatedAt = QDateTime::currentDateTimeUtc();
        return row;
    }

    void prepareUnsent() { QVERIFY(QCoro::waitFor(m_place->history()->prepare(unsent(), {}))); }

    std::unique_ptr<Workplace> m_place;
};

QTEST_GUILESS_MAIN(tst_Resolve)
#include "tst_resolve.moc"
