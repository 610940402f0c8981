#include "services/braket/canceljob.h"
#include "services/braket/cancelquantumtask.h"
#include "services/braket/createjob.h"
#include "services/braket/createquantumtask.h"
#include "services/braket/createspendinglimit.h"
#include "services/braket/getdevice.h"
#include "services/braket/getjob.h"
#include "services/braket/getquantumtask.h"
#include "services/braket/listtagsforresource.h"
#include "services/braket/searchdevices.h"
#include "services/braket/searchjobs.h"
#include "services/braket/searchquantumtasks.h"
#include "services/braket/searchspendinglimits.h"

#include <QTest>

using namespace braketeer;
using namespace braketeer::services::braket;
using namespace Qt::StringLiterals;

namespace {

/// JSON written with single quotes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

/// One reader, its result boiled down to "was there an error, and which".
using Reader = std::optional<core::Error> (*)(const QByteArray &);

template<auto read>
std::optional<core::Error> errorOf(const QByteArray &text)
{
    const auto result = read(text);
    return result ? std::nullopt : std::optional(result.error());
}

struct NamedReader
{
    const char *name;
    Reader read;
    QByteArray sample;
    bool needsArn; ///< an empty object is no answer
};

const QByteArray job = json(
    "{'jobArn': 'arn:aws:braket:us-west-2:123456789012:job/1', 'jobName': 'j', 'status': 'RUNNING',"
    "'roleArn': 'arn:aws:iam::123456789012:role/r', 'deviceConfig': {'device': 'local:none/none'},"
    "'instanceConfig': {'instanceType': 'ml.m5.large', 'volumeSizeInGb': 30}, 'outputDataConfig': {'s3Path': "
    "'s3://b/o'},"
    "'createdAt': '2026-08-07T10:11:12.345678Z', 'startedAt': '2026-08-07T12:12:00+02:00', 'billableDuration': 60000,"
    "'events': [{'eventType': 'QUEUED_FOR_EXECUTION', 'timeOfEvent': '2026-08-07T10:11:13Z', 'message': 'Queued.'},"
    "{'eventType': 'SOMETHING_NEW', 'timeOfEvent': 1786097474.5}],"
    "'queueInfo': {'queue': 'JOBS_QUEUE', 'position': '>15', 'message': ''}, 'tags': {'a': '1', 'b': ''},"
    "'addedNextYear': {'x': [1, 2]}}");

const QByteArray device = json(
    "{'deviceArn': 'arn:aws:braket:::device/quantum-simulator/amazon/sv1', 'deviceName': 'SV1',"
    "'providerName': 'Amazon Braket', 'deviceType': 'SIMULATOR', 'deviceStatus': 'ONLINE',"
    "'deviceCapabilities': '[1, 2]',"
    "'deviceQueueInfo': [{'queue': 'QUANTUM_TASKS_QUEUE', 'queueSize': '>4000', 'queuePriority': 'Normal'}]}");

QList<NamedReader> readers()
{
    return {
        {"CreateJob", errorOf<readCreateJob>, json("{'jobArn': 'arn'}"), true},
        {"GetJob", errorOf<readGetJob>, job, true},
        {"CancelJob", errorOf<readCancelJob>, json("{'jobArn': 'arn', 'cancellationStatus': 'CANCELLING'}"), false},
        {"SearchJobs", errorOf<readSearchJobs>, json("{'jobs': [{'jobArn': 'a'}], 'nextToken': 'n'}"), false},
        {"GetDevice", errorOf<readGetDevice>, device, true},
        {"SearchDevices", errorOf<readSearchDevices>, json("{'devices': [{'deviceArn': 'a'}]}"), false},
        {"ListTagsForResource", errorOf<readListTagsForResource>, json("{'tags': {'a': 'b'}}"), false},
        {"CreateQuantumTask", errorOf<readCreateQuantumTask>, json("{'quantumTaskArn': 'arn'}"), true},
        {"GetQuantumTask", errorOf<readGetQuantumTask>, json("{'quantumTaskArn': 'arn', 'status': 'CREATED'}"), true},
        {"CancelQuantumTask", errorOf<readCancelQuantumTask>, json("{'quantumTaskArn': 'arn'}"), false},
        {"SearchQuantumTasks", errorOf<readSearchQuantumTasks>, json("{'quantumTasks': [{'shots': 10}]}"), false},
        {"CreateSpendingLimit", errorOf<readCreateSpendingLimit>, json("{'spendingLimitArn': 'arn'}"), true},
        {"SearchSpendingLimits", errorOf<readSearchSpendingLimits>,
         json("{'spendingLimits': [{'timePeriod': {'startAt': 1.0, 'endAt': 2}}]}"), false}};
}

void addReaders()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < readers().size(); ++i)
        QTest::newRow(readers().at(i).name) << i;
}

} // namespace

class tst_Answers : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aJobIsRead()
    {
        const auto answer = readGetJob(job);
        QVERIFY(answer);
        QCOMPARE(answer->jobArn, u"arn:aws:braket:us-west-2:123456789012:job/1"_s);
        QCOMPARE(answer->jobName, u"j"_s);
        QCOMPARE(answer->status, u"RUNNING"_s);
        QCOMPARE(answer->roleArn, u"arn:aws:iam::123456789012:role/r"_s);
        QCOMPARE(answer->device, u"local:none/none"_s);
        QCOMPARE(answer->instanceType, u"ml.m5.large"_s);
        QCOMPARE(answer->outputS3Path, u"s3://b/o"_s);
        QCOMPARE(answer->createdAt.toString(Qt::ISODate), u"2026-08-07T10:11:12Z"_s);
        QCOMPARE(answer->startedAt, QDateTime({2026, 8, 7}, {10, 12}, Qt::UTC));
        QVERIFY(!answer->endedAt.isValid());
        QCOMPARE(answer->billableDuration, std::optional<qint64>(60000));
        QCOMPARE(
            answer->events,
            (QList<JobEvent>{{u"QUEUED_FOR_EXECUTION"_s, QDateTime({2026, 8, 7}, {10, 11, 13}, Qt::UTC), u"Queued."_s},
                             {u"SOMETHING_NEW"_s, QDateTime({2026, 8, 7}, {10, 11, 14, 500}, Qt::UTC), {}}}));
        QCOMPARE(answer->queueInfo, std::optional(JobQueueInfo{u"JOBS_QUEUE"_s, u">15"_s, {}}));
        QCOMPARE(answer->tags, (QMap<QString, QString>{{u"a"_s, u"1"_s}, {u"b"_s, {}}}));
        QCOMPARE(answer->json, job);
    }

    void membersOfTheWrongTypeCountAsAbsent()
    {
        const auto answer = readGetJob(json(
            "{'jobArn': 'a', 'jobName': 7, 'status': ['RUNNING'], 'createdAt': 'yesterday',"
            "'startedAt': -1e300, 'endedAt': 1e300, 'billableDuration': 1.5, 'events': [1, 'x', null, {'eventType': "
            "{}}],"
            "'queueInfo': 'none', 'tags': {'a': 1, 'b': '2', 'c': null}, 'deviceConfig': [], 'instanceConfig': 'x'}"));
        QVERIFY(answer);
        QCOMPARE(answer->jobName, QString());
        QCOMPARE(answer->status, QString());
        QVERIFY(!answer->createdAt.isValid());
        QVERIFY(!answer->startedAt.isValid());
        QVERIFY(!answer->endedAt.isValid());
        QCOMPARE(answer->billableDuration, std::nullopt);
        QCOMPARE(answer->events, QList<JobEvent>{JobEvent()});
        QCOMPARE(answer->queueInfo, std::nullopt);
        QCOMPARE(answer->tags, (QMap<QString, QString>{{u"b"_s, u"2"_s}}));
        QCOMPARE(answer->device, QString());
    }

    void aPageOfJobsIsRead()
    {
        const auto page = readSearchJobs(
            json("{'jobs': [{'jobArn': 'a', 'jobName': 'n', 'status': 'NEW_WORD',"
                 "'device': 'd', 'createdAt': '2026-01-02T03:04:05Z', 'tags': {'k': 'v'}}, 5, []], 'nextToken': 't'}"));
        QVERIFY(page);
        QCOMPARE(page->jobs.size(), 1);
        QCOMPARE(page->jobs[0].jobArn, u"a"_s);
        QCOMPARE(page->jobs[0].jobName, u"n"_s);
        QCOMPARE(page->jobs[0].status, u"NEW_WORD"_s);
        QCOMPARE(page->jobs[0].device, u"d"_s);
        QCOMPARE(page->jobs[0].createdAt, QDateTime({2026, 1, 2}, {3, 4, 5}, Qt::UTC));
        QCOMPARE(page->jobs[0].tags.value(u"k"_s), u"v"_s);
        QCOMPARE(page->nextToken, u"t"_s);
    }

    void aDeviceIsRead()
    {
        const auto answer = readGetDevice(device);
        QVERIFY(answer);
        QCOMPARE(answer->device.deviceName, u"SV1"_s);
        QCOMPARE(answer->device.deviceStatus, u"ONLINE"_s);
        QCOMPARE(answer->capabilities, "[1, 2]"_ba);
        QCOMPARE(answer->queues.size(), 1);
        QCOMPARE(answer->queues[0].size, u">4000"_s);
    }

    void spendingLimitsHaveTimesInSeconds()
    {
        const auto page = readSearchSpendingLimits(
            json("{'spendingLimits': [{'spendingLimitArn': 'a', 'spendingLimit': '100.50',"
                 "'totalSpend': '1.25', 'timePeriod': {'startAt': 1785542400, 'endAt': 1788265845.0},"
                 "'createdAt': '2026-08-01T00:00:00Z'}]}"));
        QVERIFY(page);
        QCOMPARE(page->spendingLimits.size(), 1);
        QCOMPARE(page->spendingLimits[0].spendingLimit, u"100.50"_s);
        QCOMPARE(page->spendingLimits[0].timePeriod,
                 std::optional(
                     TimePeriod{QDateTime({2026, 8, 1}, {}, Qt::UTC), QDateTime({2026, 9, 1}, {12, 30, 45}, Qt::UTC)}));
    }

    void onlyThreeStatusesAreFinal_data()
    {
        QTest::addColumn<bool>("isFinal");
        for (const char *status : {"COMPLETED", "FAILED", "CANCELLED"})
            QTest::newRow(status) << true;
        for (const char *status : {"QUEUED", "RUNNING", "CANCELLING", "INITIALIZED", "completed", ""})
            QTest::newRow(*status ? status : "empty") << false;
    }

    void onlyThreeStatusesAreFinal()
    {
        QFETCH(const bool, isFinal);
        const QString status = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(isFinalJobStatus(status), isFinal);
    }

    void aWholeAnswerIsRead_data() { addReaders(); }

    void aWholeAnswerIsRead()
    {
        QFETCH(const int, index);
        QVERIFY(!readers().at(index).read(readers().at(index).sample));
    }

    void anAnswerCutOffAnywhereIsANetworkError_data() { addReaders(); }

    void anAnswerCutOffAnywhereIsANetworkError()
    {
        QFETCH(const int, index);
        const NamedReader reader = readers().at(index);
        for (qsizetype length = 1; length < reader.sample.size(); ++length) {
            const auto error = reader.read(reader.sample.first(length));
            QVERIFY(error);
            QCOMPARE(error->kind, core::Error::Kind::Network);
            QVERIFY(error->outcomeUnknown);
        }
    }

    void foreignAnswersAreNetworkErrors_data() { addReaders(); }

    void foreignAnswersAreNetworkErrors()
    {
        QFETCH(const int, index);
        const NamedReader reader = readers().at(index);
        const QByteArrayList answers{"<html>Sign in to the hotel's network</html>"_ba,
                                     "[]"_ba,
                                     "null"_ba,
                                     "7"_ba,
                                     "\"text\""_ba,
                                     "{\"jobArn\": \"\xff\"}"_ba,
                                     QByteArray("\0\0\0", 3),
                                     "[" + "["_ba.repeated(100000)};
        for (const QByteArray &answer : answers) {
            const auto error = reader.read(answer);
            QVERIFY2(error, answer.left(40).constData());
            QCOMPARE(error->kind, core::Error::Kind::Network);
        }
    }

    // Where money may have been spent, an answer without the ARN must not pass as success.
    void anEmptyAnswerIsAnErrorWhereAnArnIsNeeded_data() { addReaders(); }

    void anEmptyAnswerIsAnErrorWhereAnArnIsNeeded()
    {
        QFETCH(const int, index);
        const NamedReader reader = readers().at(index);
        for (const QByteArray &answer : {"{}"_ba, QByteArray()}) {
            const auto error = reader.read(answer);
            QCOMPARE(error.has_value(), reader.needsArn);
            if (error) {
                QCOMPARE(error->kind, core::Error::Kind::Network);
                QVERIFY(error->outcomeUnknown);
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_Answers)
#include "tst_answers.moc"
