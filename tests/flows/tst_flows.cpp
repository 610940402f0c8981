#include "flows/getjob.h"
#include "flows/record.h"
#include "flows/searchdevices.h"
#include "flows/searchjobs.h"
#include "flows/submit.h"
#include "flows/whoami.h"

#include "flows/pages.h"
#include "flows/workplace.h"

#include "exchange/json/readjson.h"

#include <QTest>

using namespace braketeer;
using namespace braketeer::flows;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

/// The flows that only ask.
class tst_Flows : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_place = std::make_unique<Workplace>(); }

    void whoamiNamesAccountAndSource()
    {
        const auto identity = QCoro::waitFor(whoami(m_place->session()));
        QVERIFY2(identity, why(identity).constData());
        QCOMPARE(identity->account, u"000000000000"_s);
        QCOMPARE(identity->source, u"environment"_s);
        QCOMPARE(identity->region, u"us-west-2"_s);
        QCOMPARE(identity->endpointUrl, m_place->service().url().toString());
        QVERIFY(identity->arn.contains(u"000000000000"));
    }

    void aJobIsShownAsTheServiceHasIt()
    {
        const auto receipt = QCoro::waitFor(submit(m_place->session(), validSpec())).value();
        const auto answer = QCoro::waitFor(getJob(m_place->session(), receipt.jobArn));
        QVERIFY(answer);
        QCOMPARE(exchange::readJson(*answer)->find(u"jobArn")->toText(), receipt.jobArn);
        const auto missing = QCoro::waitFor(getJob(m_place->session(), receipt.jobArn + u'0'));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, core::Error::Kind::Service);
    }

    void allPagesBecomeOneDocument()
    {
        SubmitOptions unrecorded;
        unrecorded.record = false;
        for (int number = 0; number < 5; ++number)
            QVERIFY(QCoro::waitFor(
                submit(m_place->session(), validSpec(u"bell-"_s + QString::number(number)), unrecorded)));
        const QByteArray request = R"({"filters":[],"maxResults":2})";
        const auto all = QCoro::waitFor(searchJobs(m_place->session(), request));
        QVERIFY2(all, why(all).constData());
        QCOMPARE(itemsIn(*all, u"jobs"), 5);
        QVERIFY(!exchange::readJson(*all)->find(u"nextToken"));
        QCOMPARE(m_place->service().requestCount(u"SearchJobs"_s), 3);

        const auto one = QCoro::waitFor(searchJobs(m_place->session(), request, false));
        QVERIFY(one);
        QCOMPARE(itemsIn(*one, u"jobs"), 2);
        QVERIFY(exchange::readJson(*one)->find(u"nextToken"));
    }

    void devicesAreFound()
    {
        const auto answer = QCoro::waitFor(searchDevices(m_place->session(), R"({"filters":[]})"));
        QVERIFY2(answer, why(answer).constData());
        QVERIFY(itemsIn(*answer, u"devices") > 0);
    }

    void theRecordNeedsNoAccount()
    {
        const auto receipt = QCoro::waitFor(submit(m_place->session(), validSpec())).value();
        Surroundings surroundings;
        surroundings.environment.clear();
        surroundings.environment.insert(u"BRAKETEER_DATA_DIR"_s, m_place->folder());
        const auto rows = QCoro::waitFor(listRecord(surroundings, {}));
        QVERIFY2(rows, why(rows).constData());
        QCOMPARE(rows->rows.size(), 1);
        const QString number = QString::number(receipt.submissionId);
        for (const QString &name : {number, receipt.jobArn, receipt.clientToken, u"bell"_s})
            QCOMPARE(QCoro::waitFor(findRecord(surroundings, name))->id, receipt.submissionId);
        QCOMPARE(QCoro::waitFor(noteRecord(surroundings, number, u"keep"_s)).value(), receipt.submissionId);
        QCOMPARE(QCoro::waitFor(findRecord(surroundings, number))->note, u"keep"_s);
        QCOMPARE(QCoro::waitFor(forgetRecord(surroundings, u"bell"_s)).value(), receipt.submissionId);
        QCOMPARE(QCoro::waitFor(findRecord(surroundings, u"bell"_s)).error().kind, core::Error::Kind::Store);
    }

    void aJobMayBeNamedByANumber()
    {
        QVERIFY(QCoro::waitFor(submit(m_place->session(), validSpec(u"2026"_s))));
        Surroundings surroundings;
        surroundings.environment = m_place->environment();
        QCOMPARE(QCoro::waitFor(findRecord(surroundings, u"2026"_s))->jobName, u"2026"_s);
    }

    void aServiceThatNeverEndsItsPagesIsLeft()
    {
        int asked = 0;
        const PageReader read = [&asked](QByteArray) -> core::Task<Page> {
            ++asked;
            return answer({R"({"jobs":[{}],"nextToken":"same"})", u"same"_s});
        };
        const auto all = QCoro::waitFor(readAllPages(R"({"filters":[]})", u"jobs"_s, read));
        QVERIFY(all);
        QCOMPARE(asked, 2);
    }

    void aRequestThatIsNoJsonIsNotSent()
    {
        const auto answer = QCoro::waitFor(searchJobs(m_place->session(), "{filters"));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, core::Error::Kind::Usage);
        QCOMPARE(m_place->service().requestCount(), 0);
    }

private:
    static core::Task<Page> answer(Page page) { co_return page; }

    static qsizetype itemsIn(const QByteArray &json, QStringView list)
    {
        return exchange::readJson(json).value().find(list)->items().size();
    }

    std::unique_ptr<Workplace> m_place;
};

QTEST_GUILESS_MAIN(tst_Flows)
#include "tst_flows.moc"
