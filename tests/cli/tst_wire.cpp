#include "support/program.h"
#include "support/recordingserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

const QHash<QString, QString> requiredOptions{
    {u"--algorithm-specification"_s, u"scriptModeConfig={entryPoint=bell,s3Uri=s3://b/k.tar.gz}"_s},
    {u"--device-config"_s, u"device=local:braket/default"_s},
    {u"--instance-config"_s, u"instanceType=ml.m5.large,volumeSizeInGb=30"_s},
    {u"--job-name"_s, u"bell"_s},
    {u"--output-data-config"_s, u"s3Path=s3://b/out"_s},
    {u"--role-arn"_s, u"arn:aws:iam::123456789012:role/r"_s},
};

} // namespace

/// The same command line through the real `aws` and through braketeer-cli, compared on the wire: both syntaxes of
/// every option on the reference page of `aws braket create-job`.
class tst_Wire : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_aws = QStandardPaths::findExecutable(u"aws"_s, {u"/usr/bin"_s});
        if (m_aws.isEmpty())
            m_aws = QStandardPaths::findExecutable(u"aws"_s);
        if (m_aws.isEmpty())
            QSKIP("aws is not installed, so there is nothing to compare with.");
    }

    void theBodyIsTheSameAsThatOfTheRealAws_data()
    {
        QTest::addColumn<QStringList>("option");
        const auto add = [](const char *name, const QStringList &option) { QTest::newRow(name) << option; };
        add("algorithm, shorthand",
            {u"--algorithm-specification"_s,
             u"containerImage={uri=292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-base-jobs:latest},"
             "scriptModeConfig={compressionType=GZIP,entryPoint=a.b:c,s3Uri=s3://b/k.tar.gz}"_s});
        add("algorithm, JSON",
            {u"--algorithm-specification"_s,
             u"{\"containerImage\":{\"uri\":\"x\"},\"scriptModeConfig\":{\"compressionType\":\"NONE\","
             "\"entryPoint\":\"b\",\"s3Uri\":\"s3://b/k.py\"}}"_s});
        add("checkpoints, shorthand", {u"--checkpoint-config"_s, u"localPath=/opt/jobs/checkpoints,s3Uri=s3://b/c"_s});
        add("checkpoints, JSON", {u"--checkpoint-config"_s, u"{\"s3Uri\":\"s3://b/c\"}"_s});
        add("client token", {u"--client-token"_s, u"token-1"_s});
        add("device, shorthand",
            {u"--device-config"_s, u"device=arn:aws:braket:::device/quantum-simulator/amazon/sv1"_s});
        add("device, JSON", {u"--device-config"_s, u"{\"device\":\"local:none/none\"}"_s});
        add("hyperparameters, shorthand", {u"--hyper-parameters"_s, u"shots=1000,expr='a,b',text=x y z"_s});
        add("hyperparameters, JSON", {u"--hyper-parameters"_s, u"{\"shots\":\"1000\",\"π\":\"a\\nb \\\"c\\\"\"}"_s});
        add("input data, shorthand",
            {u"--input-data-config"_s,
             u"channelName=a,contentType=text/csv,dataSource={s3DataSource={s3Uri=s3://b/a/}}"_s,
             u"channelName=b,dataSource={s3DataSource={s3Uri=s3://b/b/}}"_s});
        add("input data, JSON",
            {u"--input-data-config"_s,
             u"[{\"channelName\":\"a\",\"dataSource\":{\"s3DataSource\":{\"s3Uri\":\"s3://b/a\"}}}]"_s});
        add("instance, shorthand", {u"--instance-config"_s, u"instanceType=ml.c5.xlarge,volumeSizeInGb=5"_s});
        add("instance, JSON", {u"--instance-config"_s, u"{\"instanceType\":\"ml.c5.xlarge\",\"volumeSizeInGb\":5}"_s});
        add("job name", {u"--job-name"_s, u"other"_s});
        add("output, shorthand", {u"--output-data-config"_s, u"kmsKeyId=alias/a,s3Path=s3://b/o"_s});
        add("output, JSON", {u"--output-data-config"_s, u"{\"kmsKeyId\":\"alias/a\",\"s3Path\":\"s3://b/o\"}"_s});
        add("role", {u"--role-arn"_s, u"arn:aws:iam::123456789012:role/service-role/x"_s});
        add("stopping, shorthand", {u"--stopping-condition"_s, u"maxRuntimeInSeconds=600"_s});
        add("stopping, JSON", {u"--stopping-condition"_s, u"{\"maxRuntimeInSeconds\":600}"_s});
        add("tags, shorthand", {u"--tags"_s, u"team=research,empty="_s});
        add("tags, JSON", {u"--tags"_s, u"{\"team\":\"research\"}"_s});
        add("input document", {u"--cli-input-json"_s, u"{\"jobName\":\"overridden\",\"tags\":{\"a\":\"b\"}}"_s});
    }

    void theBodyIsTheSameAsThatOfTheRealAws()
    {
        QFETCH(const QStringList, option);
        auto others = requiredOptions;
        others.remove(option.first());
        QStringList arguments = option;
        for (auto other = others.cbegin(); other != others.cend(); ++other)
            arguments << other.key() << other.value();
        const QJsonObject theirs = bodyOf(m_aws, {u"braket"_s, u"create-job"_s}, arguments);
        const QJsonObject ours = bodyOf(QStringLiteral(BRAKETEER_CLI), {u"create-job"_s, u"--no-check"_s}, arguments);
        QVERIFY(!theirs.isEmpty());
        QCOMPARE(ours, theirs);
    }

private:
    /// The one body that reaches the server, without a client token that the program made up.
    static QJsonObject bodyOf(const QString &program, const QStringList &command, const QStringList &arguments)
    {
        const QTemporaryDir home;
        RecordingServer server(R"({"jobArn": "arn:aws:braket:us-west-2:123456789012:job/x"})");
        const Ended ended = runProgram(program, command + arguments + QStringList{u"--endpoint-url"_s, server.url()},
                                       cleanEnvironment(home.path()));
        const auto calls = server.takeCalls();
        if (ended.exitCode != 0 || calls.size() != 1) {
            qWarning("%s", ended.err.constData());
            return {};
        }
        QJsonObject body = QJsonDocument::fromJson(calls.first().body).object();
        if (!arguments.contains(u"--client-token"_s))
            body.remove(u"clientToken"_s);
        return body;
    }

    QString m_aws;
};

QTEST_GUILESS_MAIN(tst_Wire)
#include "tst_wire.moc"
