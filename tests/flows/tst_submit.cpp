#include "flows/submit.h"

#include "store/database/connection.h"

#include "flows/workplace.h"
#include "support/patience.h"

#include <QFile>
#include <QTest>
#include <QUuid>

using namespace braketeer;
using namespace braketeer::flows;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;
using store::SubmissionState;

class tst_Submit : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_place = std::make_unique<Workplace>(); }

    void aJobIsCreatedAndItsArnIsInTheHistory()
    {
        const auto receipt = run(validSpec());
        QVERIFY2(receipt, why(receipt).constData());
        QCOMPARE(m_place->service().jobs().size(), 1);
        QCOMPARE(receipt->jobArn, m_place->service().jobs()[0].jobArn);
        QVERIFY(!receipt->notStored);

        const store::Submission row = onlyRow();
        QCOMPARE(row.id, receipt->submissionId);
        QCOMPARE(row.state, SubmissionState::Accepted);
        QCOMPARE(row.jobArn, receipt->jobArn);
        QCOMPARE(row.clientToken, receipt->clientToken);
        QCOMPARE(row.jobName, u"bell"_s);
        QCOMPARE(row.device, u"arn:aws:braket:::device/quantum-simulator/amazon/sv1"_s);
        QCOMPARE(row.region, u"us-west-2"_s);
        QCOMPARE(row.endpoint, m_place->service().url().toString());
        QCOMPARE(row.identity, u"environment"_s);
        QCOMPARE(row.attempts, 1);
        QVERIFY(row.firstSentAt.isValid());
    }

    void theRecordHoldsTheBytesThatWereSent()
    {
        QVERIFY(run(validSpec()));
        const auto requests = m_place->service().requests();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(onlyRow().request, requests[0].body);
    }

    void aTokenIsAddedWhereThereIsNone()
    {
        const PreparedRequest first = prepareRequest(validSpec());
        const PreparedRequest second = prepareRequest(validSpec());
        QCOMPARE(first.clientToken.size(), 36);
        QVERIFY(!QUuid::fromString(first.clientToken).isNull());
        QVERIFY(first.clientToken != second.clientToken);
        QVERIFY(first.body.contains("\"clientToken\":\"" + first.clientToken.toLatin1() + '"'));
    }

    void aTokenOfOnesOwnIsKept()
    {
        job::JobSpec spec = validSpec();
        spec.set(job::Path::parse(u"clientToken"), job::Value::text(u"mine"_s));
        QCOMPARE(prepareRequest(spec).clientToken, u"mine"_s);
        const auto first = run(spec);
        const auto second = run(spec);
        QVERIFY(first && second);
        QCOMPARE(first->jobArn, second->jobArn);
        QCOMPARE(m_place->service().jobs().size(), 1);
    }

    void theRequestIsOnDiskBeforeTheAnswerComes()
    {
        QVERIFY(m_place->service().addFault(u"delay:CreateJob:300s"_s));
        SubmitOptions options;
        auto task = submit(m_place->session(), validSpec(), options);
        QTRY_COMPARE_WITH_TIMEOUT(m_place->service().requestCount(u"CreateJob"_s), 1, braketeer::test::patience);
        const store::Submission row = onlyRow();
        QCOMPARE(row.state, SubmissionState::Sent);
        QCOMPARE(row.request, m_place->service().requests()[0].body);
        QVERIFY(!task.isReady());
        options.cancel.cancel();
        QVERIFY(!QCoro::waitFor(std::move(task)));
    }

    void aRefusalIsHistory_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("code");
        QTest::newRow("quota") << u"error:CreateJob:ServiceQuotaExceededException:402"_s
                               << u"ServiceQuotaExceededException"_s;
        QTest::newRow("conflict") << u"error:CreateJob:ConflictException:409"_s << u"ConflictException"_s;
        QTest::newRow("offline") << u"error:CreateJob:DeviceOfflineException:424"_s << u"DeviceOfflineException"_s;
        QTest::newRow("throttled") << u"throttle:CreateJob"_s << u"ThrottlingException"_s;
        QTest::newRow("denied") << u"error:CreateJob:AccessDeniedException:403"_s << u"AccessDeniedException"_s;
    }

    void aRefusalIsHistory()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, code);
        QVERIFY(m_place->service().addFault(fault));
        const auto receipt = run(validSpec());
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, core::Error::Kind::Service);
        QVERIFY(!receipt.error().outcomeUnknown);
        const store::Submission row = onlyRow();
        QCOMPARE(row.state, SubmissionState::Refused);
        QCOMPARE(row.errorCode, code);
        QVERIFY(!row.errorMessage.isEmpty());
        QCOMPARE(row.requestId, receipt.error().requestId);
        QVERIFY(m_place->service().jobs().isEmpty());
    }

    void aLostAnswerLeavesTheSubmissionOpen_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("jobs");
        QTest::newRow("carried out, then silence") << u"reset-after:CreateJob:*"_s << 1;
        QTest::newRow("silence") << u"reset-before:CreateJob:*"_s << 0;
        QTest::newRow("cut off") << u"truncate:CreateJob"_s << 1;
        QTest::newRow("not the service's own page") << u"not-json:CreateJob"_s << 1;
        QTest::newRow("a fault of the service") << u"error:CreateJob:InternalServiceException:500"_s << 0;
        QTest::newRow("a fault of something between") << u"status:CreateJob:503"_s << 0;
    }

    void aLostAnswerLeavesTheSubmissionOpen()
    {
        QFETCH(const QString, fault);
        QFETCH(const int, jobs);
        QVERIFY(m_place->service().addFault(fault));
        const auto receipt = run(validSpec());
        QVERIFY(!receipt);
        QVERIFY(receipt.error().outcomeUnknown);
        QCOMPARE(onlyRow().state, SubmissionState::Unknown);
        QVERIFY(onlyRow().jobArn.isEmpty());
        QCOMPARE(m_place->service().jobs().size(), jobs);
    }

    void aRepeatAfterALostAnswerMakesNoSecondJob()
    {
        m_place->environment().insert(u"AWS_MAX_ATTEMPTS"_s, u"3"_s);
        QVERIFY(m_place->service().addFault(u"reset-after:CreateJob:1"_s));
        const auto receipt = run(validSpec());
        QVERIFY2(receipt, why(receipt).constData());
        QCOMPARE(m_place->service().jobs().size(), 1);
        QCOMPARE(onlyRow().jobArn, m_place->service().jobs()[0].jobArn);
    }

    void missingKeysAreHistoryAndNothingIsSent()
    {
        m_place->environment().remove(u"AWS_ACCESS_KEY_ID"_s);
        m_place->environment().remove(u"AWS_SECRET_ACCESS_KEY"_s);
        const auto receipt = run(validSpec());
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, core::Error::Kind::Credentials);
        QCOMPARE(onlyRow().state, SubmissionState::Refused);
        QCOMPARE(onlyRow().errorCode, u"Credentials"_s);
        QCOMPARE(m_place->service().requestCount(), 0);
    }

    void nobodyThereIsARefusalByTheNetwork()
    {
        m_place->service().stop();
        const auto receipt = run(validSpec());
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, core::Error::Kind::Network);
        QVERIFY(!receipt.error().outcomeUnknown);
        QCOMPARE(onlyRow().state, SubmissionState::Refused);
    }

    void aStopHalfWayLeavesTheSubmissionOpen()
    {
        QVERIFY(m_place->service().addFault(u"delay:CreateJob:300s"_s));
        SubmitOptions options;
        auto task = submit(m_place->session(), validSpec(), options);
        QTRY_COMPARE_WITH_TIMEOUT(m_place->service().requestCount(u"CreateJob"_s), 1, braketeer::test::patience);
        options.cancel.cancel();
        const auto receipt = QCoro::waitFor(std::move(task));
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, core::Error::Kind::Cancelled);
        QCOMPARE(onlyRow().state, SubmissionState::Unknown);
        QCOMPARE(onlyRow().errorCode, u"Cancelled"_s);
    }

    void aDamagedHistoryStopsTheSubmission()
    {
        QFile file(m_place->historyFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("no database ").repeated(100));
        file.close();
        const auto receipt = run(validSpec());
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, core::Error::Kind::Store);
        QVERIFY(!receipt.error().suggestion.isEmpty());
        QCOMPARE(m_place->service().requestCount(), 0);
    }

    void withoutARecordNothingIsWritten()
    {
        SubmitOptions options;
        options.record = false;
        const auto receipt = QCoro::waitFor(submit(m_place->session(), validSpec(), options));
        QVERIFY(receipt);
        QCOMPARE(receipt->submissionId, 0);
        QCOMPARE(receipt->jobArn, m_place->service().jobs()[0].jobArn);
        QVERIFY(!QFile::exists(m_place->historyFile()));
    }

    void aCreatedJobThatCannotBeStoredIsSaid()
    {
        QVERIFY(m_place->history());
        store::Connection other;
        QVERIFY(other.open(m_place->historyFile(), store::Connection::Access::ReadWrite));
        QVERIFY(
            other.run("CREATE TRIGGER full BEFORE UPDATE ON submissions BEGIN SELECT RAISE(ABORT, 'no room'); END"));
        const auto receipt = run(validSpec());
        QVERIFY(receipt);
        QVERIFY(receipt->notStored);
        QCOMPARE(receipt->notStored->kind, core::Error::Kind::Store);
        QVERIFY(receipt->notStored->suggestion.contains(receipt->jobArn));
        QCOMPARE(onlyRow().state, SubmissionState::Sent); // open: settled when there is room again
    }

    void noSecretReachesTheDisk()
    {
        m_place->service().addKey({u"AKIDMARKER"_s,
                                   core::Secret("marker-secret-key"),
                                   core::Secret("marker-token"),
                                   {},
                                   u"arn:aws:iam::000000000000:user/x"_s});
        m_place->environment().insert(u"AWS_ACCESS_KEY_ID"_s, u"AKIDMARKER"_s);
        m_place->environment().insert(u"AWS_SECRET_ACCESS_KEY"_s, u"marker-secret-key"_s);
        m_place->environment().insert(u"AWS_SESSION_TOKEN"_s, u"marker-token"_s);
        QVERIFY(run(validSpec()));
        QVERIFY(m_place->service().addFault(u"error:CreateJob:AccessDeniedException:403"_s));
        QVERIFY(!run(validSpec()));
        int files = 0;
        for (const QFileInfo &info : QDir(m_place->folder()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("marker"), qPrintable(info.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }

private:
    core::Result<Receipt> run(const job::JobSpec &spec) { return QCoro::waitFor(submit(m_place->session(), spec)); }

    store::Submission onlyRow()
    {
        const auto rows = m_place->submissions();
        return rows.size() == 1 ? rows[0] : store::Submission{};
    }

    std::unique_ptr<Workplace> m_place;
};

QTEST_GUILESS_MAIN(tst_Submit)
#include "tst_submit.moc"
