#include "realprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer::sandbox;
using namespace Qt::StringLiterals;

namespace {

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
        return runProgram(*m_sandbox, m_folder.path(), program, arguments);
    }

    const QTemporaryDir m_folder;
    std::unique_ptr<Sandbox> m_sandbox;
};

QTEST_GUILESS_MAIN(tst_RealClients)
#include "tst_realclients.moc"
