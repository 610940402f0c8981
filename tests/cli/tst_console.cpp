#include "s3place.h"

#include "cli/outputstream.h"

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

/// What is printed arrives, or the program says that it did not.
class tst_Console : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aFullDiskIsAFailureOfEveryCommand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
        row("version", {u"--version"_s});
        row("help", {u"--help"_s});
        row("help of a command", {u"create-job"_s, u"--help"_s});
        row("skeleton", {u"create-job"_s, u"--generate-cli-skeleton"_s});
        row("check", {u"check"_s, u"job.json"_s});
        row("check several", {u"check"_s, u"job.json"_s, u"job.json"_s, u"--output"_s, u"jsonl"_s});
        row("export", {u"export"_s, u"job.json"_s, u"--as"_s, u"json"_s});
        row("import", {u"import"_s, u"job.json"_s});
        row("template", {u"template"_s, u"list"_s});
        row("history", {u"history"_s, u"list"_s});
        row("a table", {u"whoami"_s, u"--output"_s, u"table"_s});
        row("credentials", {u"credentials"_s, u"list"_s});
        row("whoami", {u"whoami"_s});
        row("pack", {u"pack"_s, u"."_s, u"--dry-run"_s});
        row("search-jobs", {u"search-jobs"_s, u"--filters"_s, u"[]"_s});
        row("ls", {u"s3"_s, u"ls"_s});
        row("ls a bucket", {u"s3"_s, u"ls"_s, S3Place::at({}), u"--recursive"_s});
        row("an object", {u"s3"_s, u"cp"_s, S3Place::at(u"large"_s), u"-"_s});
        row("what was copied", {u"s3"_s, u"cp"_s, u"job.json"_s, S3Place::at(u"x"_s)});
        row("what was deleted", {u"s3"_s, u"rm"_s, S3Place::at(u"large"_s)});
        row("mb", {u"s3"_s, u"mb"_s, u"s3://a-new-bucket"_s});
        row("presign", {u"s3"_s, u"presign"_s, S3Place::at(u"large"_s)});
    }

    void aFullDiskIsAFailureOfEveryCommand()
    {
        QFETCH(const QStringList, arguments);
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("This system has no /dev/full.");
        prepare();
        QProcess process;
        start(process, arguments, u"/dev/full"_s);
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray err = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit, err);
        QVERIFY2(process.exitCode() == 255, QByteArray::number(process.exitCode()) + err);
        QVERIFY2(err.contains("Standard output cannot be written: No space left on device."), err);
    }

    // `| head` of others says nothing either, and a shell sees 141.
    void aReaderThatGoesIsNoTrouble_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("at once") << QStringList{u"create-job"_s, u"--help"_s};
        QTest::newRow("a listing") << QStringList{u"s3"_s, u"ls"_s, S3Place::at({}), u"--recursive"_s};
        QTest::newRow("an object") << QStringList{u"s3"_s, u"cp"_s, S3Place::at(u"large"_s), u"-"_s};
    }

    void aReaderThatGoesIsNoTrouble()
    {
        QFETCH(const QStringList, arguments);
        prepare();
        const QStringList script{u"-c"_s, u"{ \"$@\"; echo $? >code; } | true"_s, u"sh"_s,
                                 QStringLiteral(BRAKETEER_CLI)};
        const Ended ended = runProgram(u"/bin/sh"_s, script + arguments, m_place->environment, m_place->home.path());
        QCOMPARE(ended.err, QByteArray());
        QCOMPARE(m_place->read(u"code"_s), "141\n"_ba);
    }

    void aListingThatNobodyReadsIsNotGoneOnWith()
    {
        prepare();
        QProcess process;
        start(process, {u"s3"_s, u"ls"_s, S3Place::at({}), u"--recursive"_s}, u"/dev/full"_s);
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY(m_place->server->requestCount(u"ListObjectsV2"_s) < 10); // of 100
    }

    // Without it, the first file that is opened would be standard output: the history's database.
    void aClosedStandardOutputIsNoFileOfOurs()
    {
        prepare();
        const Ended ended = runProgram(
            u"/bin/sh"_s,
            {u"-c"_s, u"exec \"$@\" >&-"_s, u"sh"_s, QStringLiteral(BRAKETEER_CLI), u"history"_s, u"list"_s},
            m_place->environment, m_place->home.path());
        QCOMPARE(ended.exitCode, 255);
        QVERIFY2(ended.err.contains("Standard output cannot be written"), ended.err);
        const Ended again = runProgram(QStringLiteral(BRAKETEER_CLI), {u"history"_s, u"list"_s}, m_place->environment);
        QVERIFY2(again.exitCode == 0, again.err);
    }

    void theFirstFailureCounts()
    {
        int code = 0;
        QByteArrayList written;
        int told = 0;
        const cli::OutputStream out(
            [&](const QByteArray &bytes) {
                written.append(bytes);
                return code;
            },
            [] { return EIO; });
        out.onFailure([&told] { ++told; });
        out("a");
        out({});
        QCOMPARE(out.failure(), 0);
        code = ENOSPC;
        const cli::OutputStream copy = out;
        copy("b");
        QCOMPARE(out.failure(), ENOSPC);
        code = 0;
        out("c");
        out.flush();
        QCOMPARE(out.failure(), ENOSPC);
        QCOMPARE(written, (QByteArrayList{"a", "b"}));
        QCOMPARE(told, 1);
    }

    void whatIsFoundOutAtTheEndIsAFailureToo()
    {
        const cli::OutputStream out([](const QByteArray &) { return 0; }, [] { return EDQUOT; });
        out("a");
        out.flush();
        QCOMPARE(out.failure(), EDQUOT);
    }

private:
    void prepare()
    {
        m_place = std::make_unique<S3Place>();
        m_place->put(u"large"_s, QByteArray(20 * 1024 * 1024, 'x'));
        m_place->write(u"job.json"_s, R"({"jobName": "j"})");
        m_place->write(u"bell.py"_s, "print(1)\n");
    }

    void start(QProcess &process, const QStringList &arguments, const QString &output)
    {
        process.setProcessEnvironment(m_place->environment);
        process.setWorkingDirectory(m_place->home.path());
        process.setStandardOutputFile(output);
        process.start(QStringLiteral(BRAKETEER_CLI), arguments);
    }

    std::unique_ptr<S3Place> m_place;
};

QTEST_GUILESS_MAIN(tst_Console)
#include "tst_console.moc"
