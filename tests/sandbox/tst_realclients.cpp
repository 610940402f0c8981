#include "sandbox/sandbox.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer::sandbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000; // Python on a busy machine

struct Ran
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;

    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

// Each `aws` on the PATH, and the distribution's own.
QStringList awsPrograms()
{
    QStringList programs;
    for (const QString &found :
         {QStandardPaths::findExecutable(u"aws"_s), QStandardPaths::findExecutable(u"aws"_s, {u"/usr/bin"_s})})
        if (!found.isEmpty() && !programs.contains(found))
            programs.append(found);
    return programs;
}

// Beside this file.
QString neighbour(const QString &name)
{
    return QStringLiteral(BRAKETEER_TEST_DATA "/../sandbox/") + name;
}

QString document()
{
    QFile file(neighbour(u"job.json"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class tst_RealClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        auto started = Sandbox::start();
        QVERIFY(started);
        m_sandbox = std::move(*started);
    }

    void theAwsCliWorks_data()
    {
        QTest::addColumn<QString>("program");
        for (const QString &program : awsPrograms())
            QTest::newRow(qPrintable(program)) << program;
        if (awsPrograms().isEmpty())
            QTest::newRow("none") << QString();
    }

    void theAwsCliWorks()
    {
        QFETCH(const QString, program);
        if (program.isEmpty())
            QSKIP("The AWS CLI is not installed.");
        const auto braket = [&](QStringList arguments) {
            return run(program, QStringList{u"--endpoint-url"_s, m_sandbox->url().toString(), u"braket"_s} + arguments);
        };
        const Ran created = braket({u"create-job"_s, u"--cli-input-json"_s, document()});
        QVERIFY2(created.exitCode == 0, created.errors.constData());
        const QString arn = created.json()[u"jobArn"].toString();
        QCOMPARE(arn, m_sandbox->jobs().constFirst().jobArn);

        const QJsonObject job = braket({u"get-job"_s, u"--job-arn"_s, arn}).json();
        QCOMPARE(job[u"jobName"].toString(), u"bell-pair"_s);
        QCOMPARE(job[u"tags"][u"a b"].toString(), u"é"_s);
        QCOMPARE(braket({u"search-jobs"_s, u"--filters"_s, u"[]"_s}).json()[u"jobs"][0][u"jobArn"].toString(), arn);
        QCOMPARE(braket({u"untag-resource"_s, u"--resource-arn"_s, arn, u"--tag-keys"_s, u"a b"_s}).exitCode, 0);
        QCOMPARE(braket({u"cancel-job"_s, u"--job-arn"_s, arn}).json()[u"cancellationStatus"].toString(),
                 u"CANCELLING"_s);
        const Ran refused = braket({u"get-job"_s, u"--job-arn"_s, arn + u'x'});
        QVERIFY(refused.exitCode != 0);
        QVERIFY2(refused.errors.contains("ResourceNotFoundException"), refused.errors.constData());

        const Ran identity = run(
            program, {u"--endpoint-url"_s, m_sandbox->url().toString(), u"sts"_s, u"get-caller-identity"_s});
        QCOMPARE(identity.json()[u"Account"].toString(), u"000000000000"_s);
    }

    void boto3Works()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s});
        if (python.isEmpty() || run(python, {u"-c"_s, u"import boto3"_s}).exitCode != 0)
            QSKIP("boto3 is not installed.");
        const Ran ran = run(python, {neighbour(u"botoclient.py"_s), m_sandbox->url().toString(), document()});
        QVERIFY2(ran.output.trimmed() == "good", ran.errors.constData());
    }

private:
    Ran run(const QString &program, const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &[name, value] : m_sandbox->environment())
            environment.insert(name, value);
        environment.insert(u"AWS_DEFAULT_REGION"_s, u"us-west-2"_s);
        environment.insert(u"AWS_EC2_METADATA_DISABLED"_s, u"true"_s);
        environment.insert(u"AWS_CONFIG_FILE"_s, m_folder.filePath(u"none"_s));
        environment.insert(u"AWS_SHARED_CREDENTIALS_FILE"_s, m_folder.filePath(u"none"_s));
        environment.insert(u"AWS_DEFAULT_OUTPUT"_s, u"json"_s);
        environment.insert(u"NO_PROXY"_s, u"127.0.0.1"_s);
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        if (!process.waitForFinished(patience))
            return {-1, {}, process.errorString().toUtf8()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    const QTemporaryDir m_folder;
    std::unique_ptr<Sandbox> m_sandbox;
};

QTEST_GUILESS_MAIN(tst_RealClients)
#include "tst_realclients.moc"
