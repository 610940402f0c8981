#include "store/history/history.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace braketeer::store;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon = QDateTime(QDate(2026, 1, 2), QTime(12, 0, 0, 345), Qt::UTC);
const QString arn = u"arn:aws:braket:us-west-2:123456789012:job/5eabb790-d3ff-47cc-98ed-b4025e9e296f"_s;

Submission submissionNamed(const QString &name)
{
    Submission submission;
    submission.clientToken = u"token-"_s + name;
    submission.jobName = name;
    submission.device = u"arn:aws:braket:::device/quantum-simulator/amazon/sv1"_s;
    submission.region = u"us-west-2"_s;
    submission.identity = u"profile research"_s;
    submission.profile = u"research"_s;
    submission.request = "{\"jobName\":\"" + name.toUtf8() + "\"}";
    submission.createdAt = noon;
    submission.updatedAt = noon;
    return submission;
}

/// Alive and on this machine: cannot be told from a process that works.
Claim livingClaim()
{
    return newClaim(QDateTime::currentDateTimeUtc(), 60);
}

core::Error errorOf(core::Error::Kind kind, const QString &code, const QString &message)
{
    core::Error error;
    error.kind = kind;
    error.serviceCode = code;
    error.message = message;
    error.requestId = u"req-1"_s;
    return error;
}

} // namespace

class tst_History : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        QFETCH_GLOBAL(const HistoryOptions::Place, place);
        m_folder = std::make_unique<QTemporaryDir>();
        m_history = QCoro::waitFor(History::open(m_folder->filePath(u"history.sqlite"_s), {place})).value();
    }

    void cleanup()
    {
        m_history.reset();
        m_folder.reset();
    }

    /// Every test runs in both places.
    void initTestCase_data()
    {
        QTest::addColumn<HistoryOptions::Place>("place");
        QTest::newRow("inside the call") << HistoryOptions::Place::Inline;
        QTest::newRow("on a thread") << HistoryOptions::Place::Thread;
    }

    void aSubmissionComesBackWhole()
    {
        Submission submission = submissionNamed(u"bell"_s);
        submission.endpoint = u"http://127.0.0.1:4566"_s;
        submission.account = u"123456789012"_s;
        submission.note = u"first try"_s;
        submission.request = QByteArray("{\"tags\":{\"a\":\"\\u0000\xc3\xa9\"}}");
        const qint64 id = prepare(submission);
        submission.id = id;
        QCOMPARE(wait(m_history->get(id)), submission);
    }

    void anAcceptedSubmissionHasItsArnAndIsNotOpen()
    {
        const qint64 id = prepare(submissionNamed(u"bell"_s));
        QVERIFY(wait(m_history->markSent(id, noon)));
        QVERIFY(wait(m_history->accept(id, arn)));
        const Submission row = wait(m_history->get(id));
        QCOMPARE(row.state, SubmissionState::Accepted);
        QCOMPARE(row.jobArn, arn);
        QCOMPARE(row.account, u"123456789012"_s); // the ARN says so
        QCOMPARE(row.firstSentAt, noon);
        QCOMPARE(row.attempts, 1);
        QVERIFY(wait(m_history->openSubmissions()).isEmpty());
        QVERIFY(wait(m_history->knowsJob(arn)));
        QVERIFY(!wait(m_history->knowsJob(u"arn:aws:braket:us-west-2:123456789012:job/other"_s)));
    }

    void theFirstSendKeepsItsTime()
    {
        const qint64 id = prepare(submissionNamed(u"bell"_s));
        QVERIFY(wait(m_history->markSent(id, noon)));
        QVERIFY(wait(m_history->markSent(id, noon.addSecs(30))));
        const Submission row = wait(m_history->get(id));
        QCOMPARE(row.firstSentAt, noon);
        QCOMPARE(row.updatedAt, noon.addSecs(30));
        QCOMPARE(row.attempts, 2);
    }

    void aRefusalKeepsCodeSentenceAndRequestId()
    {
        const qint64 id = prepare(submissionNamed(u"bell"_s));
        QVERIFY(wait(
            m_history->refuse(id, errorOf(core::Error::Kind::Service, u"ValidationException"_s, u"No such role."_s))));
        const Submission row = wait(m_history->get(id));
        QCOMPARE(row.state, SubmissionState::Refused);
        QCOMPARE(row.errorCode, u"ValidationException"_s);
        QCOMPARE(row.errorMessage, u"No such role."_s);
        QCOMPARE(row.requestId, u"req-1"_s);
    }

    void aLostAnswerStaysOpenWithItsRequest()
    {
        const qint64 id = prepare(submissionNamed(u"bell"_s));
        QVERIFY(wait(m_history->markUnknown(id, errorOf(core::Error::Kind::Network, {}, u"No answer."_s))));
        const QList<Submission> open = wait(m_history->openSubmissions());
        QCOMPARE(open.size(), 1);
        QCOMPARE(open[0].state, SubmissionState::Unknown);
        QCOMPARE(open[0].errorCode, u"Network"_s);
        QCOMPARE(open[0].request, QByteArray("{\"jobName\":\"bell\"}"));
    }

    void whatIsSettledIsNotSettledAgain()
    {
        const qint64 id = prepare(submissionNamed(u"bell"_s));
        QVERIFY(wait(m_history->accept(id, arn)));
        QVERIFY(!wait(m_history->refuse(id, errorOf(core::Error::Kind::Service, u"X"_s, u"x"_s))));
        QVERIFY(!wait(m_history->markSent(id, noon)));
        QCOMPARE(wait(m_history->get(id)).state, SubmissionState::Accepted);
    }

    void aClaimKeepsOthersAway()
    {
        const Claim mine = livingClaim();
        const Claim other = livingClaim();
        const qint64 id = prepare(submissionNamed(u"bell"_s), mine);
        QCOMPARE(wait(m_history->claim(id, other)), false);
        QCOMPARE(wait(m_history->claim(id, mine)), true);
        QVERIFY(wait(m_history->release(id, other))); // not its own: nothing happens
        QCOMPARE(wait(m_history->claim(id, other)), false);
        QVERIFY(wait(m_history->release(id, mine)));
        QCOMPARE(wait(m_history->claim(id, other)), true);
        QCOMPARE(wait(m_history->renew(id, mine)), false);
        QCOMPARE(wait(m_history->renew(id, other)), true);
    }

    void aClaimThatIsOverIsFree()
    {
        const Claim old = newClaim(QDateTime::currentDateTimeUtc().addSecs(-61), 60);
        const qint64 id = prepare(submissionNamed(u"bell"_s), old);
        QCOMPARE(wait(m_history->claim(id, livingClaim())), true);
        QCOMPARE(wait(m_history->renew(id, old)), false);
    }

    void theClaimOfAProcessThatIsGoneIsFree()
    {
        QStringList owner = livingClaim().owner.split(u'/');
        owner[3] = u"1"_s; // this number, started at another time: it was given out again
        const Claim gone{owner.join(u'/'), QDateTime::currentDateTimeUtc().addSecs(600)};
        const qint64 id = prepare(submissionNamed(u"bell"_s), gone);
        QCOMPARE(wait(m_history->claim(id, livingClaim())), true);
    }

    void theClaimOfAnotherMachineHolds()
    {
        const Claim elsewhere{u"another-boot/pid:[1]/1/1/0"_s, QDateTime::currentDateTimeUtc().addSecs(600)};
        const qint64 id = prepare(submissionNamed(u"bell"_s), elsewhere);
        QCOMPARE(wait(m_history->claim(id, livingClaim())), false);
    }

    void aSettledSubmissionCannotBeClaimed()
    {
        const qint64 id = prepare(submissionNamed(u"bell"_s));
        QVERIFY(wait(m_history->accept(id, arn)));
        QCOMPARE(wait(m_history->claim(id, livingClaim())), false);
    }

    void pagesGoFromNewToOldWithoutGapsOrRepeats()
    {
        for (int number = 0; number < 25; ++number)
            prepare(submissionNamed(QString::number(number)));
        QStringList seen;
        HistoryPage page{0, 10};
        HistoryRows rows;
        QList<qsizetype> sizes;
        do {
            rows = wait(m_history->list({}, page));
            sizes << rows.rows.size();
            for (const Submission &row : rows.rows)
                seen << row.jobName;
            page.before = rows.rows.last().id;
            prepare(submissionNamed(u"newer"_s)); // must not shift the pages
        } while (rows.more);
        QCOMPARE(sizes, (QList<qsizetype>{10, 10, 5}));
        QStringList expected;
        for (int number = 24; number >= 0; --number)
            expected << QString::number(number);
        QCOMPARE(seen, expected);
    }

    void aListLeavesTheDocumentsOut()
    {
        prepare(submissionNamed(u"bell"_s));
        QVERIFY(wait(m_history->list({})).rows[0].request.isEmpty());
    }

    void textFindsNameArnDeviceStatusAndNote_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("name") << u"BELL"_s << QStringList{u"bell_1"_s};
        QTest::newRow("ARN") << u"d3ff-47cc"_s << QStringList{u"bell_1"_s};
        QTest::newRow("status") << u"running"_s << QStringList{u"bell_1"_s};
        QTest::newRow("state") << u"refused"_s << QStringList{u"ghz%"_s};
        QTest::newRow("note") << u"quota"_s << QStringList{u"ghz%"_s};
        QTest::newRow("device, both") << u"simulator"_s << QStringList{u"ghz%"_s, u"bell_1"_s};
        QTest::newRow("per cent is no wildcard") << u"%"_s << QStringList{u"ghz%"_s};
        QTest::newRow("underscore is no wildcard") << u"l_1"_s << QStringList{u"bell_1"_s};
        QTest::newRow("nothing") << u"vqe"_s << QStringList{};
    }

    void textFindsNameArnDeviceStatusAndNote()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, names);
        const qint64 bell = prepare(submissionNamed(u"bell_1"_s));
        QVERIFY(wait(m_history->accept(bell, arn)));
        JobUpdate update;
        update.status = u"RUNNING"_s;
        QVERIFY(wait(m_history->updateJob(arn, update)));
        const qint64 ghz = prepare(submissionNamed(u"ghz%"_s));
        QVERIFY(wait(m_history->refuse(ghz, errorOf(core::Error::Kind::Service, u"X"_s, u"x"_s))));
        QVERIFY(wait(m_history->setNote(ghz, u"over quota"_s)));

        HistoryFilter filter;
        filter.text = text;
        QStringList found;
        for (const Submission &row : wait(m_history->list(filter)).rows)
            found << row.jobName;
        QCOMPARE(found, names);
        QCOMPARE(wait(m_history->count(filter)), qint64(names.size()));
    }

    void aJobIsUpdatedByWhatIsNewOnly()
    {
        const qint64 id = prepare(submissionNamed(u"bell"_s));
        QVERIFY(wait(m_history->accept(id, arn)));
        JobUpdate update;
        update.status = u"QUEUED"_s;
        update.jobCreatedAt = noon;
        update.job = "{\"status\":\"QUEUED\"}";
        QCOMPARE(wait(m_history->updateJob(arn, update)), true);
        QCOMPARE(wait(m_history->updateJob(arn, update)), false);
        JobUpdate later;
        later.status = u"FAILED"_s;
        later.failureReason = u"AlgorithmError"_s;
        QCOMPARE(wait(m_history->updateJob(arn, later)), true);
        const Submission row = wait(m_history->get(id));
        QCOMPARE(row.status, u"FAILED"_s);
        QCOMPARE(row.failureReason, u"AlgorithmError"_s);
        QCOMPARE(row.jobCreatedAt, noon);
        QCOMPARE(row.job, QByteArray("{\"status\":\"QUEUED\"}"));
        QCOMPARE(wait(m_history->updateJob(u"arn:unknown"_s, update)), false);
    }

    void unfinishedMeansAcceptedAndNotAtItsEnd()
    {
        const auto accepted = [this](const QString &name, const QString &status) {
            const qint64 id = prepare(submissionNamed(name));
            QVERIFY(wait(m_history->accept(id, u"arn:"_s + name)));
            JobUpdate update;
            update.status = status;
            QVERIFY(wait(m_history->updateJob(u"arn:"_s + name, update)) || status.isEmpty());
        };
        accepted(u"new"_s, {});
        accepted(u"running"_s, u"RUNNING"_s);
        accepted(u"odd"_s, u"INITIALIZED"_s);
        accepted(u"done"_s, u"COMPLETED"_s);
        accepted(u"stopped"_s, u"CANCELLED"_s);
        prepare(submissionNamed(u"open"_s));
        HistoryFilter filter;
        filter.unfinishedOnly = true;
        QStringList names;
        for (const Submission &row : wait(m_history->list(filter)).rows)
            names << row.jobName;
        QCOMPARE(names, (QStringList{u"odd"_s, u"running"_s, u"new"_s}));
    }

    void findTakesArnTokenOrNameAndTheNewest()
    {
        const qint64 first = prepare(submissionNamed(u"bell"_s));
        QVERIFY(wait(m_history->accept(first, arn)));
        Submission again = submissionNamed(u"bell"_s);
        again.clientToken = u"second"_s;
        const qint64 second = prepare(again);
        QCOMPARE(wait(m_history->find(arn)).id, first);
        QCOMPARE(wait(m_history->find(u"token-bell"_s)).id, first);
        QCOMPARE(wait(m_history->find(u"bell"_s)).id, second);
        QCOMPARE(QCoro::waitFor(m_history->find(u"ghz"_s)).error().kind, core::Error::Kind::Store);
    }

    void anOpenSubmissionCannotBeForgotten()
    {
        const qint64 id = prepare(submissionNamed(u"bell"_s));
        QCOMPARE(QCoro::waitFor(m_history->forget(id)).error().kind, core::Error::Kind::Usage);
        QVERIFY(wait(m_history->accept(id, arn)));
        QVERIFY(wait(m_history->forget(id)));
        QVERIFY(!QCoro::waitFor(m_history->get(id)));
        QCOMPARE(wait(m_history->count({})), 0);
    }

    void everyWriteIsAnnounced()
    {
        QSignalSpy spy(m_history.get(), &History::changed);
        const qint64 id = prepare(submissionNamed(u"bell"_s));
        QVERIFY(wait(m_history->accept(id, arn)));
        QVERIFY(wait(m_history->setNote(id, u"n"_s)));
        QCOMPARE(spy.size(), 3);
        for (const auto &arguments : spy)
            QCOMPARE(arguments[0].toLongLong(), id);
    }

    void whatAnotherProcessWroteIsNoticed()
    {
        QCOMPARE(wait(m_history->pollForeignChanges()), false);
        prepare(submissionNamed(u"mine"_s));
        QCOMPARE(wait(m_history->pollForeignChanges()), false);
        const auto other = QCoro::waitFor(History::open(m_history->path(), {HistoryOptions::Place::Inline})).value();
        QVERIFY(QCoro::waitFor(other->prepare(submissionNamed(u"theirs"_s), livingClaim())));
        QSignalSpy spy(m_history.get(), &History::changed);
        QCOMPARE(wait(m_history->pollForeignChanges()), true);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(wait(m_history->pollForeignChanges()), false);
        QCOMPARE(wait(m_history->count({})), 2);
    }

private:
    qint64 prepare(const Submission &submission, const Claim &claim = livingClaim())
    {
        return wait(m_history->prepare(submission, claim));
    }

    template<class T>
    static T wait(core::Task<T> task)
    {
        return QCoro::waitFor(std::move(task)).value();
    }

    static bool wait(core::Task<> task) { return QCoro::waitFor(std::move(task)).has_value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<History> m_history;
};

QTEST_GUILESS_MAIN(tst_History)
#include "tst_history.moc"
