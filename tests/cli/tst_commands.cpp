#include "sandbox/sandbox.h"
#include "support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTest>

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

/// A job that nothing is wrong with.
QByteArray goodJob()
{
    QFile file(QStringLiteral(BRAKETEER_TEST_DATA "/jobs/bell.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return file.readAll();
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

/// Every command from outside, on a sandbox of the test: exit codes of the AWS CLI, the answer alone on standard
/// output, one sentence on standard error.
class tst_Commands : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        sandbox::Options options;
        options.speed = 1000;
        auto server = sandbox::Sandbox::start(std::move(options));
        QVERIFY(server);
        m_sandbox = std::move(*server);
        m_environment = cleanEnvironment(m_home->path());
        for (const auto &[name, value] : m_sandbox->environment())
            m_environment.insert(name, value);
        write(u"job.json"_s, goodJob());
    }

    void aJobIsCreatedRecordedAndFoundAgain()
    {
        const Ended created = cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s});
        QCOMPARE(created.exitCode, 0);
        const QString jobArn = object(created.out).value(u"jobArn").toString();
        QCOMPARE(m_sandbox->jobs().size(), 1);
        QCOMPARE(m_sandbox->jobs().first().jobArn, jobArn);

        const Ended listed = cli({u"history"_s, u"list"_s});
        QCOMPARE(listed.exitCode, 0);
        const QJsonArray rows = QJsonDocument::fromJson(listed.out).array();
        QCOMPARE(rows.size(), 1);
        const QJsonObject row = rows.first().toObject();
        QCOMPARE(row.value(u"jobArn").toString(), jobArn);
        QCOMPARE(row.value(u"jobName").toString(), u"bell"_s);
        QCOMPARE(row.value(u"state").toString(), u"accepted"_s);
        QCOMPARE(row.value(u"region").toString(), u"us-west-2"_s);
        QCOMPARE(row.value(u"account").toString(), u"000000000000"_s);
        for (const auto &key : {u"status"_s, u"createdAt"_s, u"clientToken"_s})
            QVERIFY2(row.contains(key), qPrintable(key));
        QCOMPARE(row.value(u"clientToken").toString(), m_sandbox->jobs().first().clientToken);

        const Ended shown = cli({u"history"_s, u"show"_s, jobArn});
        QCOMPARE(object(shown.out).value(u"request").toObject().value(u"jobName").toString(), u"bell"_s);

        const Ended got = cli({u"get-job"_s, u"--job-arn"_s, jobArn});
        QCOMPARE(object(got.out).value(u"jobName").toString(), u"bell"_s);
        const Ended searched = cli({u"search-jobs"_s, u"--filters"_s, u"name=jobName,operator=EQUAL,values=bell"_s});
        QCOMPARE(object(searched.out).value(u"jobs").toArray().size(), 1);
        const Ended all = cli({u"search-jobs"_s, u"--filters"_s, u"[]"_s});
        QCOMPARE(object(all.out).value(u"jobs").toArray().size(), 1);
    }

    void aJobIsCancelled()
    {
        const Ended created = cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s, u"--query"_s,
                                   u"jobArn"_s, u"--output"_s, u"text"_s});
        const QString jobArn = QString::fromUtf8(created.out.trimmed());
        const Ended cancelled = cli({u"cancel-job"_s, u"--job-arn"_s, jobArn});
        // The job may have come to its end by itself before: then the service refuses.
        if (cancelled.exitCode == 0)
            QVERIFY(object(cancelled.out).value(u"cancellationStatus").toString().startsWith(u"CANCEL"));
        else
            QCOMPARE(cancelled.exitCode, 254);
    }

    void aDryRunSendsAndRecordsNothing()
    {
        const Ended dry = cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s, u"--dry-run"_s});
        QCOMPARE(dry.exitCode, 0);
        QCOMPARE(object(dry.out).value(u"request").toObject().value(u"body").toObject().value(u"jobName").toString(),
                 u"bell"_s);
        QCOMPARE(m_sandbox->requestCount(), 0);
        QCOMPARE(cli({u"history"_s, u"list"_s}).out.trimmed(), "[]"_ba);
    }

    void aNewerHistoryIsNotWrittenAndTheWayOnIsNamed()
    {
        QCOMPARE(cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s}).exitCode, 0);
        const QString file = m_home->filePath(u"data/history.sqlite"_s);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            database.setDatabaseName(file);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version = 1000"_s));
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        const Ended refused = cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s});
        QCOMPARE(refused.exitCode, 255);
        QVERIFY2(refused.err.contains("--no-history"), refused.err);
        QCOMPARE(m_sandbox->jobs().size(), 1);
        QCOMPARE(cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s, u"--no-history"_s}).exitCode, 0);
        QCOMPARE(m_sandbox->jobs().size(), 2);
        QCOMPARE(QJsonDocument::fromJson(cli({u"history"_s, u"list"_s}).out).array().size(), 1);
    }

    void withoutHistoryNothingIsRecorded()
    {
        QCOMPARE(cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s, u"--no-history"_s}).exitCode, 0);
        QCOMPARE(m_sandbox->jobs().size(), 1);
        QCOMPARE(cli({u"history"_s, u"list"_s}).out.trimmed(), "[]"_ba);
    }

    void aWrongDocumentIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("entry point is a file")
            << goodJob().replace("\"bell\", \"comp", "\"bell.py\", \"comp") << "entryPoint"_ba;
        QTest::newRow("name with an underscore") << goodJob().replace("\"bell\",\n", "\"my_bell\",\n") << "jobName"_ba;
        QTest::newRow("unknown member") << goodJob().replace("{\n", "{\"jobname\": \"x\",\n") << "jobname"_ba;
        QTest::newRow("malformed: place") << "{\n  \"jobName\": oops\n}"_ba
                                          << "line 2"_ba;
        QTest::newRow("twice: the key") << "{\"jobName\": \"a\", \"jobName\": \"b\"}"_ba
                                        << "jobName"_ba;
    }

    void aWrongDocumentIsNotSent()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const QByteArray, said);
        write(u"wrong.json"_s, document);
        const Ended ended = cli({u"create-job"_s, u"--cli-input-json"_s, u"file://wrong.json"_s});
        if (said == "jobName" && document.contains("\"a\""))
            QVERIFY(ended.exitCode == 252);
        QCOMPARE(ended.exitCode, 252);
        QVERIFY2(ended.err.contains(said), ended.err);
        QVERIFY(ended.out.isEmpty());
        QCOMPARE(m_sandbox->requestCount(), 0);
    }

    void troubleHasItsExitCodeAndStaysInTheHistory_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("jobs");
        QTest::newRow("throttled once: tried again") << u"throttle:CreateJob:1"_s << 0 << u"accepted"_s << 1;
        QTest::newRow("answer lost once: sent again with the same token")
            << u"reset-after:CreateJob:1"_s << 0 << u"accepted"_s << 1;
        QTest::newRow("quota: refused") << u"error:CreateJob:ServiceQuotaExceededException:402"_s << 254 << u"refused"_s
                                        << 0;
        QTest::newRow("device offline: refused")
            << u"error:CreateJob:DeviceOfflineException:424"_s << 254 << u"refused"_s << 0;
        QTest::newRow("every answer lost: open") << u"reset-after:CreateJob:*"_s << 255 << u"unknown"_s << 1;
        QTest::newRow("no JSON: open") << u"not-json:CreateJob:*"_s << 255 << u"unknown"_s << 1;
        QTest::newRow("cut off: open") << u"truncate:CreateJob:*"_s << 255 << u"unknown"_s << 1;
    }

    void troubleHasItsExitCodeAndStaysInTheHistory()
    {
        QFETCH(const QString, fault);
        QFETCH(const int, code);
        QFETCH(const QString, state);
        QFETCH(const int, jobs);
        QVERIFY(m_sandbox->addFault(fault));
        const Ended ended = cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s});
        QVERIFY2(ended.exitCode == code, ended.err);
        QCOMPARE(m_sandbox->jobs().size(), jobs);
        const auto rows = QJsonDocument::fromJson(cli({u"history"_s, u"list"_s}).out).array();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().toObject().value(u"state").toString(), state);
    }

    void aLostAnswerIsResolvedLater()
    {
        QVERIFY(m_sandbox->addFault(u"reset-after:CreateJob:*"_s));
        QCOMPARE(cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s}).exitCode, 255);
        m_sandbox->clearFaults();
        const Ended resolved = cli({u"history"_s, u"resolve"_s});
        QCOMPARE(resolved.exitCode, 0);
        const QJsonObject one = QJsonDocument::fromJson(resolved.out).array().first().toObject();
        QCOMPARE(one.value(u"jobArn").toString(), m_sandbox->jobs().first().jobArn);
        QCOMPARE(m_sandbox->jobs().size(), 1);
    }

    void withoutCredentialsTheExitCodeIs253()
    {
        m_environment.remove(u"AWS_ACCESS_KEY_ID"_s);
        m_environment.remove(u"AWS_SECRET_ACCESS_KEY"_s);
        const Ended ended = cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s});
        QVERIFY2(ended.exitCode == 253, ended.err);
        QCOMPARE(m_sandbox->requestCount(), 0);
    }

    void anUnknownProfileIsSaidByName()
    {
        const Ended ended = cli({u"whoami"_s, u"--profile"_s, u"nobody"_s});
        QCOMPARE(ended.exitCode, 253);
        QVERIFY2(ended.err.contains("nobody"), ended.err);
    }

    void nobodyListeningIsANetworkError()
    {
        QTcpServer closed;
        closed.listen(QHostAddress::LocalHost);
        const QString url = u"http://127.0.0.1:%1"_s.arg(closed.serverPort());
        closed.close();
        const Ended ended = cli({u"whoami"_s, u"--endpoint-url"_s, url});
        QVERIFY2(ended.exitCode == 255, ended.err);
        QVERIFY2(ended.err.contains("127.0.0.1"), ended.err);
    }

    void whoamiSaysAccountAndSource()
    {
        const Ended ended = cli({u"whoami"_s});
        QVERIFY2(ended.exitCode == 0, ended.err);
        QCOMPARE(object(ended.out).value(u"account").toString(), u"000000000000"_s);
        QVERIFY(!object(ended.out).value(u"source").toString().isEmpty());
    }

    void checkGivesAVerdictAndMends()
    {
        write(u"wrong.json"_s, goodJob().replace("\"bell\", \"comp", "\"bell.py\", \"comp"));
        const Ended checked = cli({u"check"_s, u"wrong.json"_s});
        QCOMPARE(checked.exitCode, 1);
        // V11 is advice on top of the model, which has nothing against the text.
        QCOMPARE(object(checked.out).value(u"valid").toBool(), true);
        const QJsonObject finding = object(checked.out).value(u"findings").toArray().first().toObject();
        QCOMPARE(finding.value(u"id").toString(), u"V11"_s);
        QCOMPARE(finding.value(u"severity").toString(), u"error"_s);
        QCOMPARE(finding.value(u"path").toString(), u"algorithmSpecification.scriptModeConfig.entryPoint"_s);
        QCOMPARE(finding.value(u"fix").toObject().value(u"value").toString(), u"bell"_s);

        QCOMPARE(cli({u"check"_s, u"wrong.json"_s, u"--fix"_s, u"--in-place"_s}).exitCode, 0);
        QCOMPARE(cli({u"check"_s, u"wrong.json"_s}).exitCode, 0);
    }

    void checkLooksAtS3WhenToldTo()
    {
        // The document's script is not in the bucket: who does not ask cannot know.
        const Ended offline = cli({u"check"_s, u"job.json"_s});
        QCOMPARE(offline.exitCode, 0);
        const Ended online = cli({u"check"_s, u"job.json"_s, u"--online"_s});
        QVERIFY2(online.exitCode == 1, online.out + online.err);
        QCOMPARE(object(online.out).value(u"valid").toBool(), true);
        const QJsonObject finding = object(online.out).value(u"findings").toArray().first().toObject();
        QCOMPARE(finding.value(u"id").toString(), u"V14"_s);
        QCOMPARE(finding.value(u"severity").toString(), u"error"_s);
    }

    void checkReadsStandardInputAndYaml()
    {
        const Ended ended = cli({u"check"_s, u"-"_s}, "jobName: \"my_job\"\n");
        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(object(ended.out).value(u"valid").toBool(), false);
    }

    void severalFilesGetALineEach()
    {
        write(u"wrong.json"_s, "{}");
        const Ended ended = cli({u"check"_s, u"job.json"_s, u"wrong.json"_s, u"--output"_s, u"jsonl"_s});
        QCOMPARE(ended.exitCode, 1);
        const auto lines = ended.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(object(lines.first()).value(u"file").toString(), u"job.json"_s);
        QCOMPARE(object(lines.first()).value(u"valid").toBool(), true);
        QCOMPARE(object(lines.last()).value(u"valid").toBool(), false);
    }

    void anExportedCommandNamesTheRegionAndNoToken()
    {
        write(u"token.json"_s, goodJob().replace("{\n", "{\"clientToken\": \"tok\",\n"));
        const Ended ended = cli({u"export"_s, u"token.json"_s, u"--as"_s, u"sh"_s, u"--region"_s, u"eu-west-2"_s});
        QCOMPARE(ended.exitCode, 0);
        QVERIFY(ended.out.startsWith("aws braket create-job"));
        QVERIFY(ended.out.contains("--region eu-west-2"));
        QVERIFY(!ended.out.contains("tok"));
    }

    void wrongUsageIsSaidInASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no command") << QStringList{};
        QTest::newRow("unknown command") << QStringList{u"create-jobs"_s};
        QTest::newRow("unknown option") << QStringList{u"get-job"_s, u"--job"_s, u"x"_s, u"--more"_s};
        QTest::newRow("missing option") << QStringList{u"get-job"_s};
        QTest::newRow("missing file") << QStringList{u"check"_s, u"nowhere.json"_s};
        QTest::newRow("unknown target") << QStringList{u"export"_s, u"job.json"_s, u"--as"_s, u"csh"_s};
        QTest::newRow("verb") << QStringList{u"history"_s, u"erase"_s};
    }

    void wrongUsageIsSaidInASentence()
    {
        QFETCH(const QStringList, arguments);
        const Ended ended = cli(arguments);
        QCOMPARE(ended.exitCode, 252);
        QVERIFY(arguments.isEmpty() || !ended.err.trimmed().isEmpty());
    }

    void helpNamesEveryOptionOfTheReferencePage()
    {
        const Ended ended = cli({u"create-job"_s, u"--help"_s});
        QCOMPARE(ended.exitCode, 0);
        QVERIFY(ended.out.startsWith("Usage: braketeer-cli create-job [OPTION…] "));
        for (const char *option :
             {"--algorithm-specification", "--checkpoint-config", "--client-token", "--device-config",
              "--hyper-parameters", "--input-data-config", "--instance-config", "--job-name", "--output-data-config",
              "--role-arn", "--stopping-condition", "--tags", "--associations"})
            QVERIFY2(ended.out.contains(option), option);
    }

    void theSandboxSaysHowToUseIt()
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(BRAKETEER_CLI), {u"sandbox"_s, u"--speed"_s, u"1000"_s});
        QByteArray text;
        while (!text.contains("AWS_REGION=") && process.waitForReadyRead(10000))
            text += process.readAllStandardOutput();
        const auto lines = text.split('\n');
        QVERIFY(lines.first().startsWith("http://127.0.0.1:"));
        QVERIFY(lines.contains("AWS_ENDPOINT_URL=" + lines.first()));
        process.terminate();
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
    }

    void debuggingTellsWhatIsSentAndNoSecret()
    {
        QVERIFY(m_sandbox->addFault(u"throttle:CreateJob:1"_s));
        const Ended ended = cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s, u"--debug"_s});
        QCOMPARE(ended.exitCode, 0);
        QVERIFY2(ended.err.contains("/job, try 1, signed for braket in us-west-2 with the keys of environment"),
                 ended.err);
        QVERIFY2(ended.err.contains("ThrottlingException") && ended.err.contains("try 2"), ended.err);
        for (const auto *name : {"AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID"})
            QVERIFY(!ended.err.contains(m_environment.value(QLatin1StringView(name)).toUtf8()));
        QVERIFY(!ended.err.contains("Signature"));
    }

    void noSecretIsWrittenAnywhere()
    {
        const QByteArray secret = m_environment.value(u"AWS_SECRET_ACCESS_KEY"_s).toUtf8();
        const Ended ended = cli({u"create-job"_s, u"--cli-input-json"_s, u"file://job.json"_s, u"--debug"_s});
        QCOMPARE(ended.exitCode, 0);
        QVERIFY(!ended.err.contains(secret) && !ended.out.contains(secret));
        QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret), qPrintable(file.fileName()));
            ++seen;
        }
        QVERIFY(seen > 1);
    }

private:
    Ended cli(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runProgram(QStringLiteral(BRAKETEER_CLI), arguments, m_environment, m_home->path(), input);
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_home->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(tst_Commands)
#include "tst_commands.moc"
