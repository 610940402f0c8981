#include "fromjson.h"

#include "job/rules/check.h"
#include "job/rules/rules.h"
#include "job/schema/schema.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace braketeer::job;
using namespace Qt::StringLiterals;
using test::fromText;

namespace {

/// A document that no rule has anything to say about, in any region of the base image.
JobSpec goodJob()
{
    return JobSpec(fromText(R"({
        'jobName': 'bell-pair',
        'roleArn': 'arn:aws:iam::123456789012:role/service-role/AmazonBraketJobsExecutionRole',
        'algorithmSpecification': {
            'scriptModeConfig': {'entryPoint': 'bell', 's3Uri': 's3://amazon-braket-us-west-2-123456789012/bell/script/source.tar.gz',
                                 'compressionType': 'GZIP'},
            'containerImage': {'uri': '292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-base-jobs:1.0-cpu-py312-ubuntu24.04'}},
        'inputDataConfig': [{'channelName': 'a', 'contentType': 'text/csv',
                             'dataSource': {'s3DataSource': {'s3Uri': 's3://amazon-braket-us-west-2-123456789012/data/'}}}],
        'outputDataConfig': {'s3Path': 's3://amazon-braket-us-west-2-123456789012/bell/out'},
        'checkpointConfig': {'s3Uri': 's3://amazon-braket-us-west-2-123456789012/bell/checkpoints', 'localPath': '/opt/jobs/checkpoints'},
        'instanceConfig': {'instanceType': 'ml.m5.large', 'volumeSizeInGb': 30},
        'stoppingCondition': {'maxRuntimeInSeconds': 3600},
        'deviceConfig': {'device': 'arn:aws:braket:::device/quantum-simulator/amazon/sv1'},
        'hyperParameters': {'shots': '1000'},
        'tags': {'project': 'bell'}
    })"));
}

/// "V11 error algorithmSpecification.scriptModeConfig.entryPoint" for each finding.
QStringList lines(const Findings &findings)
{
    static const QStringList severities{u"error"_s, u"warning"_s, u"info"_s, u"skipped"_s};
    QStringList list;
    for (const Finding &finding : findings)
        list << finding.id + u' ' + severities.at(int(finding.severity)) + u' ' + finding.path.toString();
    return list;
}

const QString script = u"algorithmSpecification.scriptModeConfig."_s;
const QString image = u"algorithmSpecification.containerImage.uri"_s;
const QString device = u"deviceConfig.device"_s;
const QString instance = u"instanceConfig.instanceType"_s;

} // namespace

class tst_Rules : public QObject
{
    Q_OBJECT

    static void columns()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("value"); ///< JSON with single quotes; empty: removed
        QTest::addColumn<QString>("region");
        QTest::addColumn<QStringList>("expected");
    }

private Q_SLOTS:

    void aGoodJobHasNoFindings()
    {
        QCOMPARE(lines(check(goodJob(), {u"us-west-2"_s})), QStringList());
        QVERIFY(!blocks(check(goodJob())));
    }

    void oneChangeGivesItsFindings_data();
    void oneChangeGivesItsFindings();

    void aFixMendsItsFinding_data();
    void aFixMendsItsFinding();

    void aReservationIsOfTheDevicesRegion();
    void aRuleSaysNothingAboutWhatHasTheWrongType();
    void everyRuleIsTried();

    void theLargestDocumentIsCheckedForEveryMember();
};

void tst_Rules::oneChangeGivesItsFindings_data()
{
    columns();
    const auto row = [](const char *name, const QString &path, const QByteArray &value, const QStringList &expected,
                        const QString &region = u"us-west-2"_s) {
        QTest::newRow(name) << path << value << region << expected;
    };
    const auto error = [](const QString &id, const QString &path) { return QStringList{id + u" error "_s + path}; };
    const auto warning = [](const QString &id, const QString &path) { return QStringList{id + u" warning "_s + path}; };
    const QStringList none;

    row("V04 China", u"roleArn"_s, "'arn:aws-cn:iam::123456789012:role/service-role/AmazonBraketJobsExecutionRole'",
        warning(u"V04"_s, u"roleArn"_s));
    row("V06 own role", u"roleArn"_s, "'arn:aws:iam::123456789012:role/mine'", warning(u"V06"_s, u"roleArn"_s));
    row("V10 no script", script.chopped(1), "", warning(u"V10"_s, script.chopped(1)));
    row("V11 file", script + u"entryPoint"_s, "'bell.py'", error(u"V11"_s, script + u"entryPoint"_s));
    row("V11 file and function", script + u"entryPoint"_s, "'bell.py:main'", error(u"V11"_s, script + u"entryPoint"_s));
    row("V11 path", script + u"entryPoint"_s, "'src/bell'", error(u"V11"_s, script + u"entryPoint"_s));
    row("V11 empty", script + u"entryPoint"_s, "''", error(u"V11"_s, script + u"entryPoint"_s));
    row("V11 blanks", script + u"entryPoint"_s, "' bell'", error(u"V11"_s, script + u"entryPoint"_s));
    row("V11 hyphen", script + u"entryPoint"_s, "'my-bell'", error(u"V11"_s, script + u"entryPoint"_s));
    row("V11 digit first", script + u"entryPoint"_s, "'2bell'", error(u"V11"_s, script + u"entryPoint"_s));
    row("V11 two colons", script + u"entryPoint"_s, "'a:b:c'", error(u"V11"_s, script + u"entryPoint"_s));
    row("V11 no function", script + u"entryPoint"_s, "'a:'", error(u"V11"_s, script + u"entryPoint"_s));
    row("V11 trailing newline", script + u"entryPoint"_s, "'bell\\n'", error(u"V11"_s, script + u"entryPoint"_s));
    row("package and function are fine", script + u"entryPoint"_s, "'project.train_2:main'", none);
    row("letters of other scripts are fine", script + u"entryPoint"_s, "'größe'", none);
    row("V14 folder", script + u"s3Uri"_s, "'s3://amazon-braket-x/bell/'", error(u"V14"_s, script + u"s3Uri"_s));
    row("V14 bucket", script + u"s3Uri"_s, "'s3://amazon-braket-x'", error(u"V14"_s, script + u"s3Uri"_s));
    row("V15 archive as it is", script + u"compressionType"_s, "'NONE'",
        error(u"V15"_s, script + u"compressionType"_s));
    row("V15 archive without a word", script + u"compressionType"_s, "",
        warning(u"V15"_s, script + u"compressionType"_s));
    row("V15 file unpacked", script + u"s3Uri"_s, "'s3://amazon-braket-x/bell.py'",
        error(u"V15"_s, script + u"compressionType"_s));
    row("zip is unpacked too", script + u"s3Uri"_s, "'s3://amazon-braket-x/bell.zip'", none);
    row("V21 elsewhere", image,
        "'292282985366.dkr.ecr.us-east-1.amazonaws.com/amazon-braket-base-jobs:1.0-cpu-py312-ubuntu24.04'",
        error(u"V21"_s, image));
    row("V21 needs a region", image,
        "'292282985366.dkr.ecr.us-east-1.amazonaws.com/amazon-braket-base-jobs:1.0-cpu-py312-ubuntu24.04'", none,
        u""_s);
    row("V22 no such repository", image, "'292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-julia-jobs:1'",
        warning(u"V22"_s, image));
    row("own image is free", image, "'123456789012.dkr.ecr.us-west-2.amazonaws.com/julia:1'", none);
    row("V24 latest", image, "'292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-base-jobs:latest'",
        warning(u"V24"_s, image));
    row("V25 no GPU", image,
        "'292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-pytorch-jobs:2.8.0-gpu-py312-cu129-ubuntu22.04'",
        warning(u"V25"_s, instance));
    row("V30 no form", device, "'sv1'", error(u"V30"_s, device));
    row("V30 other service", device, "'arn:aws:s3:::bucket'", error(u"V30"_s, device));
    row("V30 local without provider", device, "'local:lightning'", error(u"V30"_s, device));
    row("V30 case", device, "'arn:aws:braket:::device/quantum-simulator/amazon/SV1'", error(u"V30"_s, device));
    row("local is fine", device, "'local:pennylane/lightning.qubit'", none);
    row("an unknown device is fine", device, "'arn:aws:braket:us-west-2::device/qpu/new/Name-1'", none);
    row("V31 elsewhere", device, "'arn:aws:braket:us-east-1::device/qpu/quera/Aquila'", error(u"V31"_s, device));
    row("V31 needs a region", device, "'arn:aws:braket:us-east-1::device/qpu/quera/Aquila'", none, u""_s);
    row("V32 Stockholm has no SV1", image,
        "'292282985366.dkr.ecr.eu-north-1.amazonaws.com/amazon-braket-base-jobs:1.0-cpu-py312-ubuntu24.04'",
        error(u"V32"_s, device), u"eu-north-1"_s);
    row("V33 retired", device, "'arn:aws:braket:us-west-1::device/qpu/rigetti/Ankaa-3'", warning(u"V33"_s, device),
        u""_s);
    row("V40 short bucket", u"outputDataConfig.s3Path"_s, "'s3://ab/c'", error(u"V40"_s, u"outputDataConfig.s3Path"_s));
    row("V40 upper case", u"outputDataConfig.s3Path"_s, "'s3://My_Bucket/c'",
        error(u"V40"_s, u"outputDataConfig.s3Path"_s));
    row("V40 upper case may be old", u"outputDataConfig.s3Path"_s, "'s3://My_Bucket/c'",
        warning(u"V40"_s, u"outputDataConfig.s3Path"_s), u""_s);
    row("V40 colon", u"outputDataConfig.s3Path"_s, "'s3://my:bucket/c'", error(u"V40"_s, u"outputDataConfig.s3Path"_s));
    row("V40 edge", u"outputDataConfig.s3Path"_s, "'s3://-bucket/c'", error(u"V40"_s, u"outputDataConfig.s3Path"_s));
    row("V40 dots", u"outputDataConfig.s3Path"_s, "'s3://my..bucket/c'", error(u"V40"_s, u"outputDataConfig.s3Path"_s));
    row("V40 address", u"outputDataConfig.s3Path"_s, "'s3://192.168.5.4/c'",
        error(u"V40"_s, u"outputDataConfig.s3Path"_s));
    row("V40 input", u"inputDataConfig[0].dataSource.s3DataSource.s3Uri"_s, "'s3://ab/c'",
        error(u"V40"_s, u"inputDataConfig[0].dataSource.s3DataSource.s3Uri"_s));
    row("https is not judged", u"outputDataConfig.s3Path"_s, "'https://s3.amazonaws.com/b/c'", none);
    row("V41 question mark", u"outputDataConfig.s3Path"_s, "'s3://amazon-braket-x/a?b'",
        warning(u"V41"_s, u"outputDataConfig.s3Path"_s));
    row("V41 umlaut", u"outputDataConfig.s3Path"_s, "'s3://amazon-braket-x/ä'",
        warning(u"V41"_s, u"outputDataConfig.s3Path"_s));
    row("V42 checkpoints in results", u"checkpointConfig.s3Uri"_s,
        "'s3://amazon-braket-us-west-2-123456789012/bell/out/c'", warning(u"V42"_s, u"checkpointConfig.s3Uri"_s));
    row("V42 same with a slash", u"checkpointConfig.s3Uri"_s, "'s3://amazon-braket-us-west-2-123456789012/bell/out/'",
        warning(u"V42"_s, u"checkpointConfig.s3Uri"_s));
    row("V42 script in results", u"outputDataConfig.s3Path"_s,
        "'s3://amazon-braket-us-west-2-123456789012/bell/script'", warning(u"V42"_s, u"outputDataConfig.s3Path"_s));
    row("a longer name is apart", u"checkpointConfig.s3Uri"_s,
        "'s3://amazon-braket-us-west-2-123456789012/bell/output'", none);
    row("V50 same name", u"inputDataConfig[1]"_s,
        "{'channelName': 'a', 'dataSource': {'s3DataSource': {'s3Uri': 's3://amazon-braket-x/d'}}}",
        error(u"V50"_s, u"inputDataConfig[1].channelName"_s));
    row("V51 one word", u"inputDataConfig[0].contentType"_s, "'csv'",
        warning(u"V51"_s, u"inputDataConfig[0].contentType"_s));
    row("parameters are fine", u"inputDataConfig[0].contentType"_s, "'text/csv; charset=utf-8'", none);
    row("V52 relative", u"checkpointConfig.localPath"_s, "'checkpoints'",
        error(u"V52"_s, u"checkpointConfig.localPath"_s));
    row("V52 reserved", u"checkpointConfig.localPath"_s, "'/opt/ml/checkpoints'",
        warning(u"V52"_s, u"checkpointConfig.localPath"_s));
    row("a longer name is not reserved", u"checkpointConfig.localPath"_s, "'/opt/mlx'", none);
    row("V53 no key", u"outputDataConfig.kmsKeyId"_s, "'my key'", warning(u"V53"_s, u"outputDataConfig.kmsKeyId"_s));
    row("V53 elsewhere", u"outputDataConfig.kmsKeyId"_s,
        "'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'",
        warning(u"V53"_s, u"outputDataConfig.kmsKeyId"_s));
    row("alias is fine", u"outputDataConfig.kmsKeyId"_s, "'alias/mine'", none);
    row("V60 quota 0", instance, "'ml.m5.12xlarge'", warning(u"V60"_s, instance));
    row("V61 not there", instance, "'ml.g6e.xlarge'",
        warning(u"V61"_s, instance) + QStringList{u"V21 error "_s + image}, u"us-west-1"_s);
    row("V62 several", u"instanceConfig.instanceCount"_s, "2", warning(u"V62"_s, u"instanceConfig.instanceCount"_s));
    row("V64 old", instance, "'ml.p3.2xlarge'", warning(u"V64"_s, instance));
    row("S-enum may exist", instance, "'ml.p5.48xlarge'", warning(u"S-enum"_s, instance));
    row("S-enum cannot exist", instance, "'m5.large'", error(u"S-enum"_s, instance));
    row("V70 unset", u"stoppingCondition.maxRuntimeInSeconds"_s, "",
        {u"V70 info stoppingCondition.maxRuntimeInSeconds"_s});
    row("V70 5 days", u"stoppingCondition.maxRuntimeInSeconds"_s, "432000",
        {u"V70 info stoppingCondition.maxRuntimeInSeconds"_s});
    row("V72 dollar", u"hyperParameters.a"_s, "'$x'", warning(u"V72"_s, u"hyperParameters.a"_s));
    row("V73 access key", u"hyperParameters.a"_s, "'x AKIAIOSFODNN7EXAMPLE'",
        warning(u"V73"_s, u"hyperParameters.a"_s));
    row("V73 password", u"hyperParameters.dbPassword"_s, "'x'", warning(u"V73"_s, u"hyperParameters.dbPassword"_s));
    row("V73 secret key", u"hyperParameters.a"_s, "'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'",
        warning(u"V73"_s, u"hyperParameters.a"_s));
    row("tokens of a language model are none", u"hyperParameters.max_tokens"_s, "'100'", none);
    row("a hash is none", u"hyperParameters.commit"_s, "'2fd4e1c67a2d28fced849ee1bb76e7391b93eb12'", none);
    row("V75 reserved", u"tags.aws:x"_s, "''", error(u"V75"_s, u"tags.aws:x"_s));
    row("V75 likely reserved", u"tags.awsome"_s, "''", warning(u"V75"_s, u"tags.awsome"_s));
    row("V75 long key", u"tags."_s + QString(129, u'k'), "''", error(u"V75"_s, u"tags."_s + QString(129, u'k')));
    row("V75 longest key", u"tags."_s + QString(128, u'k'), "''", none);
    row("V75 long value", u"tags.k"_s, "'" + QByteArray(257, 'v') + "'", error(u"V75"_s, u"tags.k"_s));
    row("V75 characters", u"tags.k"_s, "'a,b'", warning(u"V75"_s, u"tags.k"_s));
    row("V76 simulator", u"associations"_s,
        "[{'arn': 'arn:aws:braket:us-west-2:123456789012:reservation/a', 'type': 'RESERVATION_TIME_WINDOW_ARN'}]",
        warning(u"V76"_s, device));
    row("V83 new region", u"jobName"_s, "'bell'", warning(u"V83"_s, u""_s) + QStringList{u"V21 error "_s + image},
        u"eu-central-1"_s);
}

void tst_Rules::oneChangeGivesItsFindings()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, region);
    QFETCH(QStringList, expected);
    JobSpec spec = goodJob();
    if (value.isEmpty())
        spec.remove(Path::parse(path));
    else
        spec.set(Path::parse(path), fromText(value));
    QStringList found = lines(check(spec, {region}));
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

void tst_Rules::aFixMendsItsFinding_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("fixedPath");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QString &path, const QByteArray &value, const QByteArray &expected,
                        const QString &fixedPath = {}) {
        QTest::newRow(name) << path << value << (fixedPath.isEmpty() ? path : fixedPath) << expected;
    };
    row("underscores", u"jobName"_s, "'my_bad_name'", "'my-bad-name'");
    row("edges", u"jobName"_s, "'-a.b-'", "'a-b'");
    row("too long", u"jobName"_s, "'" + QByteArray(49, 'a') + "_bcd'", "'" + QByteArray(49, 'a') + "'");
    row("blanks of a paste", u"roleArn"_s,
        "' arn:aws:iam::123456789012:role/service-role/AmazonBraketJobsExecutionRole\\n'",
        "'arn:aws:iam::123456789012:role/service-role/AmazonBraketJobsExecutionRole'");
    row("entry point", script + u"entryPoint"_s, "'bell.py'", "'bell'");
    row("entry point with a folder", script + u"entryPoint"_s, "'./src/bell.py:main'", "'src.bell:main'");
    row("compression", script + u"compressionType"_s, "'gzip'", "'GZIP'");
    row("archive", script + u"compressionType"_s, "'NONE'", "'GZIP'");
    row("pinned image", image, "'292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-base-jobs:latest'",
        "'292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-base-jobs:1.0-cpu-py312-ubuntu24.04'");
    row("image of the region", image,
        "'292282985366.dkr.ecr.us-east-1.amazonaws.com/amazon-braket-base-jobs:1.0-cpu-py312-ubuntu24.04'",
        "'292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-base-jobs:1.0-cpu-py312-ubuntu24.04'");
    row("case of a device", device, "'arn:aws:braket:::device/quantum-simulator/amazon/SV1'",
        "'arn:aws:braket:::device/quantum-simulator/amazon/sv1'");
    row("instance type without ml", instance, "'m5.large'", "'ml.m5.large'");
    row("number as text", u"instanceConfig.volumeSizeInGb"_s, "'30'", "30");
    row("hyperparameter as number", u"hyperParameters.shots"_s, "1000", "'1000'");
    row("hyperparameter as truth value", u"hyperParameters.fast"_s, "true", "'true'");
    row("hyperparameter on two lines", u"hyperParameters.text"_s, "'a\\nb'", "'a b'");
    row("channel without a list", u"inputDataConfig"_s,
        "{'channelName': 'a', 'dataSource': {'s3DataSource': {'s3Uri': 's3://amazon-braket-x/d'}}}",
        "[{'channelName': 'a', 'dataSource': {'s3DataSource': {'s3Uri': 's3://amazon-braket-x/d'}}}]");
    row("kind of reservation", u"associations"_s, "[{'arn': 'arn:aws:braket:us-west-2:123456789012:reservation/a'}]",
        "'RESERVATION_TIME_WINDOW_ARN'", u"associations[0].type"_s);
    row("member by another name", u"stoppingCondition"_s, "{'max-runtime-in-seconds': 60}",
        "{'maxRuntimeInSeconds': 60}");
    row("gone member", u"stoppingCondition"_s, "{'maxRuntimeInSeconds': 60, 'maximumTaskLimit': 3}",
        "{'maxRuntimeInSeconds': 60}");
    row("image inside the script", u"algorithmSpecification"_s,
        "{'scriptModeConfig': {'entryPoint': 'a', 's3Uri': 's3://amazon-braket-x/a.py', 'containerImage': "
        "{'uri': '123456789012.dkr.ecr.us-west-2.amazonaws.com/julia:1'}}}",
        "{'scriptModeConfig': {'entryPoint': 'a', 's3Uri': 's3://amazon-braket-x/a.py'}, 'containerImage': "
        "{'uri': '123456789012.dkr.ecr.us-west-2.amazonaws.com/julia:1'}}");
    row("device of the first API", u"deviceConfig"_s,
        "{'priorityAccess': {'devices': ['arn:aws:braket:::device/quantum-simulator/amazon/sv1']}}",
        "{'device': 'arn:aws:braket:::device/quantum-simulator/amazon/sv1'}");
}

void tst_Rules::aFixMendsItsFinding()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, fixedPath);
    QFETCH(const QByteArray, expected);
    JobSpec spec = goodJob();
    spec.set(Path::parse(path), fromText(value));
    QVERIFY(!check(spec, {u"us-west-2"_s}).isEmpty());
    const JobSpec mended = fixed(spec, {u"us-west-2"_s});
    const Value *found = mended.find(Path::parse(fixedPath));
    QVERIFY(found);
    QVERIFY2(*found == fromText(expected), qPrintable(found->toText()));
    QVERIFY(isValid(check(mended, {u"us-west-2"_s})));
}

void tst_Rules::aReservationIsOfTheDevicesRegion()
{
    JobSpec spec = goodJob();
    spec.set(Path::parse(device), fromText("'arn:aws:braket:us-west-2::device/qpu/new/Name-1'"));
    spec.set(Path::parse(u"associations[0].type"), fromText("'RESERVATION_TIME_WINDOW_ARN'"));
    spec.set(Path::parse(u"associations[0].arn"), fromText("'arn:aws:braket:us-west-2:123456789012:reservation/a'"));
    QCOMPARE(lines(check(spec)), QStringList());
    spec.set(Path::parse(u"associations[0].arn"), fromText("'arn:aws:braket:us-east-1:123456789012:reservation/a'"));
    QCOMPARE(lines(check(spec)), QStringList{u"V76 error associations[0].arn"_s});
}

void tst_Rules::aRuleSaysNothingAboutWhatHasTheWrongType()
{
    // Each top-level member in turn becomes what it cannot be: that is the model's business alone.
    const QList<Value::Entry> members = goodJob().root().entries();
    for (const Value::Entry &entry : members) {
        for (const char *wrong : {"7", "true", "null"}) {
            JobSpec spec = goodJob();
            spec.set(Path().child(entry.key), fromText(wrong));
            QCOMPARE(lines(check(spec, {u"us-west-2"_s})), QStringList{u"S-type error "_s + entry.key});
        }
    }
}

void tst_Rules::everyRuleIsTried()
{
    QFile source(QStringLiteral(BRAKETEER_TEST_DATA "/../job/tst_rules.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray rows = source.readAll();
    QSet<QByteArray> ids;
    for (const rules::Rule &rule : rules::all()) {
        ids.insert(rule.id);
        QVERIFY2(rows.contains("row(\"" + QByteArray(rule.id) + ' '), rule.id);
    }
    QCOMPARE(size_t(ids.size()), rules::all().size());
}

void tst_Rules::theLargestDocumentIsCheckedForEveryMember()
{
    JobSpec spec = goodJob();
    for (int i = 0; i < 100; ++i)
        spec.set(Path().child(u"hyperParameters"_s).child(u"p%1"_s.arg(i)), Value::text(QString(2500, u'x')));
    spec.remove(Path::parse(u"hyperParameters.shots"));
    QCOMPARE(lines(check(spec)), QStringList());
    spec.set(Path::parse(u"hyperParameters.p99"), Value::text(QString(2501, u'x')));
    QCOMPARE(lines(check(spec)), QStringList{u"S-maxLength error hyperParameters.p99"_s});

    QBENCHMARK
    {
        check(spec, {u"us-west-2"_s});
    }
}

QTEST_APPLESS_MAIN(tst_Rules)
#include "tst_rules.moc"
