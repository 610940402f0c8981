#include "exchange/skeleton/skeleton.h"
#include "imported.h"
#include "suite.h"

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::Value;

namespace {

QByteArray recorded(const QByteArray &jobName)
{
    return R"({"eventVersion": "1.08", "eventSource": "braket.amazonaws.com", "eventName": "CreateJob",
        "awsRegion": "eu-west-2", "requestParameters": {"jobName": ")"
           + jobName
           + R"(", "clientToken": "t", "hyperParameters": "HIDDEN_DUE_TO_SECURITY_REASONS"}, )"
             R"("responseElements": {"jobArn": "arn"}})";
}

} // namespace

/// JSON and YAML of every origin.
class tst_ImportDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aDocumentIsRead_data()
    {
        addTextColumns();
        addText("JSON", "json", u"{\"jobName\": \"x\", \"instanceConfig\": {\"volumeSizeInGb\": 30}}"_s,
                u"{\"jobName\":\"x\",\"instanceConfig\":{\"volumeSizeInGb\":30}}"_s);
        addText("JSON with a byte-order mark", "json", u"\uFEFF{\"jobName\": \"x\"}"_s, u"{\"jobName\":\"x\"}"_s);
        addText("YAML", "yaml", u"# a job\njobName: x\ntags: {a: b}\n"_s,
                u"{\"jobName\":\"x\",\"tags\":{\"a\":\"b\"}}"_s);
        addText("a Python literal", "boto3", u"{'jobName': 'x', 'tags': {'a': None}}"_s,
                u"{\"jobName\":\"x\",\"tags\":{\"a\":null}}"_s);
        addText("YAML that mentions commands", "yaml",
                u"jobName: x\ntags:\n  how: aws braket create-job, create_job()\n"_s,
                u"{\"jobName\":\"x\",\"tags\":{\"how\":\"aws braket create-job, create_job()\"}}"_s);
    }

    void aDocumentIsRead() { compareText(); }

    void everyCaseOfTheSuiteComesBack_data() { addSuiteRows(u"create_job_docs"_s); }

    void everyCaseOfTheSuiteComesBack()
    {
        QFETCH(const QString, file);
        const Value document = *readCase(file).find(u"document");
        const bool isTranslated = file.contains(u"preview-api") || file.contains(u"skeleton-values");
        if (!document.isMap() || isTranslated)
            return;
        const auto imported = importText(writeJson(document, JsonForm::Compact));
        QVERIFY2(imported && imported->spec.root() == document, qPrintable(importedJson(imported)));
    }

    void anAnswerOfGetJobBecomesARequest()
    {
        const auto imported = importText(
            R"({"jobArn": "arn:aws:braket:us-west-1:123456789012:job/1", "status": "FAILED",
            "failureReason": "x", "jobName": "x", "roleArn": "r", "createdAt": "2026-01-01T00:00:00Z", "events": [],
            "billableDuration": 5, "hyperParameters": {}, "inputDataConfig": [], "checkpointConfig": {"s3Uri": "u"},
            "tags": {"a": "b"}, "queueInfo": {"position": "1"}, "later": 1})"_ba);
        QCOMPARE(importedJson(imported), u"{\"jobName\":\"x\",\"roleArn\":\"r\",\"checkpointConfig\":{\"s3Uri\":\"u\"},"
                                         "\"tags\":{\"a\":\"b\"},\"later\":1}"_s);
        QCOMPARE(imported->format, u"getjob"_s);
        QCOMPARE(imported->region, u"us-west-1"_s);
        QCOMPARE(findingIds(*imported), QStringList({u"I-answer"_s, u"I-unknown"_s}));
        QCOMPARE(imported->findings.last().path.toString(), u"later"_s);
    }

    void anAnswerThatPythonPrintedIsRead()
    {
        const auto imported = importText("{'ResponseMetadata': {'HTTPStatusCode': 200}, 'jobArn': 'arn:aws:braket:"
                                         "us-west-1:1:job/1', 'status': 'QUEUED', 'jobName': 'x', 'createdAt': "
                                         "datetime.datetime(2026, 1, 1, tzinfo=tzutc()), 'instanceConfig': "
                                         "{'volumeSizeInGb': 30}}"_ba);
        QCOMPARE(importedJson(imported), u"{\"jobName\":\"x\",\"instanceConfig\":{\"volumeSizeInGb\":30}}"_s);
        QCOMPARE(imported->format, u"getjob"_s);
    }

    void anEventOfCloudTrailBecomesARequest_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("alone") << recorded("x");
        QTest::newRow("records") << QByteArray(R"({"Records": [)" + recorded("x")
                                               + R"(, {"eventName": "CreateJob", "eventSource": "s3.amazonaws.com",
                                                  "requestParameters": {}}, {"eventName": "GetJob",
                                                  "requestParameters": null}]})");
        QTest::newRow("lookup-events") << QByteArray(
            R"({"Events": [{"EventName": "CreateJob", "CloudTrailEvent": )"
            + writeJson(Value::text(QString::fromUtf8(recorded("x"))), JsonForm::Compact) + "}]}");
        QTest::newRow("EventBridge") << QByteArray(R"({"detail-type": "AWS API Call via CloudTrail", "detail": )"
                                                   + recorded("x") + "}");
    }

    void anEventOfCloudTrailBecomesARequest()
    {
        QFETCH(const QByteArray, text);
        const auto imported = importText(text);
        QCOMPARE(importedJson(imported), u"{\"jobName\":\"x\"}"_s);
        QCOMPARE(imported->format, u"cloudtrail"_s);
        QCOMPARE(imported->region, u"eu-west-2"_s);
        QCOMPARE(findingIds(*imported), QStringList({u"I-token"_s, u"I-hidden"_s}));
    }

    void ofSeveralJobsOneIsChosen()
    {
        const QByteArray text = R"({"Records": [)" + recorded("a") + "," + recorded("b") + "]}";
        const auto none = importText(text);
        QVERIFY(!none);
        QVERIFY2(none.error().text().contains(u"2"), qPrintable(none.error().text()));
        ImportOptions options;
        options.index = 1;
        QCOMPARE(importText(text, options)->spec.text(u"jobName"), u"b"_s);
        options.index = 2;
        QVERIFY(!importText(text, options));
        options.index = 0;
        QCOMPARE(importText("aws braket create-job --job-name a\naws braket create-job --job-name b"_ba, options)
                     ->spec.text(u"jobName"),
                 u"a"_s);
    }

    void anEmptySkeletonHasNothingInIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("JSON") << skeleton(SkeletonKind::Input);
        QTest::newRow("YAML") << skeleton(SkeletonKind::YamlInput);
    }

    void anEmptySkeletonHasNothingInIt()
    {
        QFETCH(const QByteArray, text);
        const auto imported = importText(text);
        QCOMPARE(importedJson(imported), u"{}"_s);
        QCOMPARE(imported->format, u"skeleton"_s);
        QCOMPARE(findingIds(*imported), QStringList{u"I-placeholder"_s});
    }

    void whatWasFilledIntoASkeletonStays()
    {
        const auto empty = readJson(skeleton(SkeletonKind::Input));
        QVERIFY(empty);
        job::JobSpec spec(*empty);
        spec.set(job::Path::parse(u"jobName"), Value::text(u"x"_s));
        spec.set(job::Path::parse(u"instanceConfig.volumeSizeInGb"), Value::number(30));
        const auto imported = importText(writeJson(spec.root(), JsonForm::Indented));
        QCOMPARE(imported->spec.text(u"jobName"), u"x"_s);
        QCOMPARE(imported->spec.text(u"instanceConfig.volumeSizeInGb"), u"30"_s);
        QVERIFY(!imported->spec.text(u"instanceConfig.instanceType").isEmpty());
        QCOMPARE(imported->spec.root().entries().size(), 2);
    }

    void emptyTextsOfADocumentThatIsNoSkeletonStay()
    {
        const auto imported = importText(R"({"jobName": "", "tags": {"KeyName": "x"}})"_ba);
        QCOMPARE(importedJson(imported), u"{\"jobName\":\"\",\"tags\":{\"KeyName\":\"x\"}}"_s);
    }

    void membersOfOlderDaysMove()
    {
        const auto imported = importText(R"({"jobName": "x",
            "algorithmSpecification": {"scriptModeConfig": {"entryPoint": "a", "containerImage": {"uri": "u"}}},
            "inputDataConfig": [{"channelName": "c", "compressionType": "NONE", "dataSource": {"s3DataSource":
                {"s3Uri": "s", "s3DataType": "S3_PREFIX"}}}],
            "stoppingCondition": {"maxRuntimeInSeconds": 60, "maximumTaskLimit": 10},
            "deviceConfig": {"priorityAccess": {"devices": ["arn"]}}})"_ba);
        QCOMPARE(importedJson(imported),
                 u"{\"jobName\":\"x\",\"algorithmSpecification\":{\"scriptModeConfig\":{\"entryPoint\":\"a\"},"
                 "\"containerImage\":{\"uri\":\"u\"}},\"inputDataConfig\":[{\"channelName\":\"c\",\"compressionType\":"
                 "\"NONE\",\"dataSource\":{\"s3DataSource\":{\"s3Uri\":\"s\",\"s3DataType\":\"S3_PREFIX\"}}}],"
                 "\"stoppingCondition\":{\"maxRuntimeInSeconds\":60,\"maximumTaskLimit\":10},"
                 "\"deviceConfig\":{\"device\":\"arn\"}}"_s);
        QCOMPARE(findingIds(*imported).count(u"I-renamed"_s), 2);
        QCOMPARE(findingIds(*imported).count(u"I-obsolete"_s), 3);
        QCOMPARE(findingIds(*imported).count(u"I-unknown"_s), 0);
    }

    void anOldMemberWhosePlaceIsTakenStays()
    {
        const auto imported = importText(R"({"algorithmSpecification": {"containerImage": {"uri": "new"},
            "scriptModeConfig": {"containerImage": {"uri": "old"}}}})"_ba);
        QCOMPARE(imported->spec.text(u"algorithmSpecification.containerImage.uri"), u"new"_s);
        QCOMPARE(imported->spec.text(u"algorithmSpecification.scriptModeConfig.containerImage.uri"), u"old"_s);
        QVERIFY(findingOf(*imported, u"I-unknown"_s));
    }

    void theTokenStaysAndIsExplained()
    {
        const auto imported = importText(R"({"jobName": "x", "clientToken": "t"})"_ba);
        QCOMPARE(imported->spec.text(u"clientToken"), u"t"_s);
        QCOMPARE(findingOf(*imported, u"I-token"_s)->path.toString(), u"clientToken"_s);
    }

    void aMemberThatComesTwiceIsNamed()
    {
        const auto imported = importText(R"({"jobName": "x", "jobName": "y"})"_ba);
        QCOMPARE(imported->spec.text(u"jobName"), u"y"_s);
        QVERIFY(findingOf(*imported, u"I-repeated"_s));
    }

    void whatIsNoJobIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("blanks") << " \n "_ba;
        QTest::newRow("prose") << "Please run the job again."_ba;
        QTest::newRow("another object") << R"({"name": "x"})"_ba;
        QTest::newRow("a list of numbers") << "[1, 2]"_ba;
        QTest::newRow("broken JSON") << R"({"jobName": )"_ba;
        QTest::newRow("NUL") << QByteArray("{\"jobName\": \"\0\"}", 16);
        QTest::newRow("Latin-1") << "jobName: \xe9"_ba;
        QTest::newRow("events of others") << R"({"Records": [{"eventName": "GetJob", "requestParameters": {}}]})"_ba;
        QTest::newRow("too large") << QByteArray(maximumImportBytes + 1, ' ');
    }

    void whatIsNoJobIsRefused()
    {
        QFETCH(const QByteArray, text);
        const auto imported = importText(text);
        QVERIFY2(!imported, qPrintable(importedJson(imported)));
        QCOMPARE(imported.error().kind, core::Error::Kind::Usage);
        QVERIFY(!imported.error().message.isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_ImportDocuments)
#include "tst_importdocuments.moc"
