#include "sandbox/sandbox.h"
#include "support/program.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace braketeer;
using namespace braketeer::tests;
using namespace Qt::StringLiterals;

namespace {

const QString bucket = u"amazon-braket-us-west-2-000000000000"_s;

} // namespace

/// `braketeer-cli s3` from outside, on a sandbox of the test. Where the AWS CLI is installed, it reads what Braketeer
/// wrote, and the reverse, and its lines must be the same.
class tst_S3 : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        auto server = sandbox::Sandbox::start({});
        QVERIFY(server);
        m_sandbox = std::move(*server);
        m_environment = cleanEnvironment(m_home->path());
        m_environment.insert(u"TZ"_s, u"Europe/London"_s);
        for (const auto &[name, value] : m_sandbox->environment())
            m_environment.insert(name, value);
    }

    void listingsAreThoseOfTheAwsCli_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const QString root = u"s3://"_s + bucket;
        QTest::newRow("buckets") << QStringList{} << 0;
        QTest::newRow("a bucket") << QStringList{root} << 0;
        QTest::newRow("without the scheme") << QStringList{bucket + u"/t/"_s} << 0;
        QTest::newRow("a prefix") << QStringList{root + u"/t/"_s} << 0;
        QTest::newRow("half a name") << QStringList{root + u"/t/a"_s} << 0;
        QTest::newRow("everything below") << QStringList{root + u"/t"_s, u"--recursive"_s} << 0;
        QTest::newRow("for people") << QStringList{root + u"/t/"_s, u"--human-readable"_s, u"--summarize"_s} << 0;
        QTest::newRow("summary") << QStringList{root + u"/t/"_s, u"--recursive"_s, u"--summarize"_s} << 0;
        QTest::newRow("in small pages") << QStringList{root + u"/t/"_s, u"--page-size"_s, u"2"_s} << 0;
        QTest::newRow("nothing") << QStringList{root + u"/nothing"_s} << 1;
        QTest::newRow("no such bucket") << QStringList{u"s3://no-such-bucket"_s} << 254;
    }

    void listingsAreThoseOfTheAwsCli()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, exitCode);
        for (const QString &key : {u"t/a b"_s, u"t/a+b"_s, u"t/dir/x"_s, u"t/é"_s, u"t/e\u0301"_s, u"t//double"_s,
                                   u"t/UP"_s, u"t/up"_s, u"t/%41"_s, u"t/folder/"_s})
            put(key, QByteArray(key.size() * 700, 'x'));
        const Ended ours = cli(QStringList{u"ls"_s} + arguments);
        QCOMPARE(ours.exitCode, exitCode);
        QCOMPARE(ours.err.isEmpty(), exitCode != 254);
        if (exitCode == 0)
            QVERIFY(!ours.out.isEmpty());
        const QString aws = QStandardPaths::findExecutable(u"aws"_s);
        if (aws.isEmpty())
            QSKIP("The AWS CLI is not installed: only Braketeer's own lines were looked at.");
        const Ended theirs = runProgram(
            aws, QStringList{u"--endpoint-url"_s, m_sandbox->url().toString(), u"s3"_s, u"ls"_s} + arguments,
            m_environment);
        QCOMPARE(ours.out, theirs.out);
    }

    void filesComeAndGo_data()
    {
        QTest::addColumn<QString>("key");
        for (const QString &key :
             {u"plain"_s, u"a b+c%20"_s, u"//a//"_s + u"x"_s, u"e\u0301\u00e9"_s, u"😀"_s, u"tab\there"_s})
            QTest::newRow(key.toUtf8().toPercentEncoding().constData()) << key;
    }

    void filesComeAndGo()
    {
        QFETCH(const QString, key);
        const QString place = u"s3://%1/%2"_s.arg(bucket, key);
        const QByteArray bytes = "hello "_ba.repeated(100'000);
        write(u"from.bin"_s, bytes);
        const Ended up = cli({u"cp"_s, u"from.bin"_s, place});
        QVERIFY2(up.exitCode == 0, up.err);
        QCOMPARE(up.out, "upload: ./from.bin to " + place.toUtf8() + '\n');
        QCOMPARE(up.err, QByteArray());
        const Ended down = cli({u"cp"_s, place, u"to.bin"_s});
        QVERIFY2(down.exitCode == 0, down.err);
        QCOMPARE(down.out, "download: " + place.toUtf8() + " to ./to.bin\n");
        QCOMPARE(read(u"to.bin"_s), bytes);
        const Ended gone = cli({u"rm"_s, place});
        QVERIFY2(gone.exitCode == 0, gone.err);
        QCOMPARE(gone.out, "delete: " + place.toUtf8() + '\n');
        QCOMPARE(cli({u"cp"_s, place, u"again.bin"_s}).exitCode, 1);
        QVERIFY(!QFile::exists(m_home->filePath(u"again.bin"_s)));
    }

    void awsReadsWhatWasWrittenAndTheReverse()
    {
        const QString aws = QStandardPaths::findExecutable(u"aws"_s);
        if (aws.isEmpty())
            QSKIP("The AWS CLI is not installed.");
        const QStringList s3{u"--endpoint-url"_s, m_sandbox->url().toString(), u"s3"_s, u"cp"_s};
        const QByteArray bytes = QByteArray(20 * 1024 * 1024, 'z') + "end"; // in parts
        write(u"ours"_s, bytes);
        const QString place = u"s3://%1/both/a b+é"_s.arg(bucket);
        QCOMPARE(cli({u"cp"_s, u"ours"_s, place}).exitCode, 0);
        QCOMPARE(runProgram(aws, s3 + QStringList{place, u"theirs"_s}, m_environment, m_home->path()).exitCode, 0);
        QVERIFY(read(u"theirs"_s) == bytes);
        QCOMPARE(runProgram(aws, s3 + QStringList{u"theirs"_s, place + u"2"_s}, m_environment, m_home->path()).exitCode,
                 0);
        QCOMPARE(cli({u"cp"_s, place + u"2"_s, u"back"_s}).exitCode, 0);
        QVERIFY(read(u"back"_s) == bytes);
    }

    void foldersAreCopiedWhole()
    {
        write(u"tree/a"_s, "1");
        write(u"tree/sub/b c"_s, "2");
        write(u"tree/sub/.hidden"_s, "3");
        const QString place = u"s3://%1/tree"_s.arg(bucket);
        const Ended up = cli({u"cp"_s, u"tree"_s, place, u"--recursive"_s});
        QVERIFY2(up.exitCode == 0, up.err);
        QCOMPARE(sorted(up.out),
                 sorted("upload: tree/a to " + place.toUtf8() + "/a\nupload: tree/sub/b c to " + place.toUtf8()
                        + "/sub/b c\nupload: tree/sub/.hidden to " + place.toUtf8() + "/sub/.hidden\n"));
        const Ended copied = cli({u"cp"_s, place, place + u"2/"_s, u"--recursive"_s, u"--quiet"_s});
        QVERIFY2(copied.exitCode == 0, copied.err);
        QCOMPARE(copied.out, QByteArray());
        const Ended down = cli({u"cp"_s, place + u"2"_s, u"back"_s, u"--recursive"_s});
        QVERIFY2(down.exitCode == 0, down.err);
        QCOMPARE(read(u"back/sub/b c"_s), "2"_ba);
        QCOMPARE(read(u"back/sub/.hidden"_s), "3"_ba);
        // "tree" is the folder, not all that begins so.
        const Ended gone = cli({u"rm"_s, place, u"--recursive"_s});
        QCOMPARE(gone.out.count("delete: "), 3);
        QVERIFY(!cli({u"ls"_s, place + u"2/"_s}).out.isEmpty());
    }

    // An object must not find its way out of the folder that it is copied to.
    void keysThatAreNoFileNamesStayWhereTheyAre()
    {
        put(u"evil/ok"_s, "1");
        put(u"evil//double"_s, "2");
        const Ended down = cli({u"cp"_s, u"s3://%1/evil"_s.arg(bucket), u"into"_s, u"--recursive"_s});
        QCOMPARE(down.exitCode, 1);
        QVERIFY2(down.err.contains("evil//double"), down.err);
        QCOMPARE(read(u"into/ok"_s), "1"_ba);
        QCOMPARE(QDir(m_home->filePath(u"into"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
                 QStringList{u"ok"_s});
    }

    void aTrailingSlashKeepsTheName()
    {
        write(u"x.txt"_s, "1");
        QCOMPARE(cli({u"cp"_s, u"x.txt"_s, u"s3://%1/in/"_s.arg(bucket)}).exitCode, 0);
        QDir(m_home->path()).mkdir(u"d"_s);
        QCOMPARE(cli({u"cp"_s, u"s3://%1/in/x.txt"_s.arg(bucket), u"d"_s}).exitCode, 0);
        QCOMPARE(read(u"d/x.txt"_s), "1"_ba);
    }

    void standardInputAndOutputAreFiles()
    {
        const QString place = u"s3://%1/stream"_s.arg(bucket);
        const QByteArray bytes = QByteArray(9 * 1024 * 1024, 'a') + "\r\n\0z"_ba;
        const Ended up = runProgram(QStringLiteral(BRAKETEER_CLI), {u"s3"_s, u"cp"_s, u"-"_s, place}, m_environment, {},
                                    bytes);
        QVERIFY2(up.exitCode == 0, up.err);
        QCOMPARE(up.out, QByteArray());
        const Ended down = cli({u"cp"_s, place, u"-"_s});
        QVERIFY2(down.exitCode == 0, down.err);
        QCOMPARE(down.out.size(), bytes.size());
        QVERIFY(down.out == bytes);
    }

    void aDryRunChangesNothing()
    {
        write(u"x"_s, "1");
        const Ended up = cli({u"cp"_s, u"x"_s, u"s3://%1/dry"_s.arg(bucket), u"--dryrun"_s});
        QCOMPARE(up.out, "(dryrun) upload: ./x to s3://" + bucket.toUtf8() + "/dry\n");
        QCOMPARE(cli({u"ls"_s, u"s3://%1/dry"_s.arg(bucket)}).exitCode, 1);
        put(u"wet"_s, "1");
        const Ended gone = cli({u"rm"_s, u"s3://%1/wet"_s.arg(bucket), u"--dryrun"_s});
        QCOMPARE(gone.out, "(dryrun) delete: s3://" + bucket.toUtf8() + "/wet\n");
        QCOMPARE(cli({u"ls"_s, u"s3://%1/wet"_s.arg(bucket)}).exitCode, 0);
    }

    void aBucketIsMadeInTheRegion()
    {
        const Ended made = cli({u"mb"_s, u"s3://a-new-bucket"_s, u"--region"_s, u"eu-west-2"_s});
        QVERIFY2(made.exitCode == 0, made.err);
        QCOMPARE(made.out, "make_bucket: a-new-bucket\n"_ba);
        // From another region it is followed there.
        const Ended listed = cli({u"ls"_s, u"s3://a-new-bucket"_s});
        QVERIFY2(listed.exitCode == 0, listed.err);
        QCOMPARE(cli({u"mb"_s, u"s3://a-new-bucket/key"_s}).exitCode, 252);
        QCOMPARE(cli({u"mb"_s, u"s3://No Bucket"_s}).exitCode, 252);
    }

    void aSignedUrlIsPrinted()
    {
        put(u"signed/a b"_s, "for all");
        const Ended made = cli({u"presign"_s, u"s3://%1/signed/a b"_s.arg(bucket), u"--expires-in"_s, u"60"_s});
        QVERIFY2(made.exitCode == 0, made.err);
        QVERIFY2(made.out.startsWith(m_sandbox->url().toString().toUtf8()), made.out);
        QVERIFY(made.out.contains("X-Amz-Expires=60&"));
        QCOMPARE(made.out.count('\n'), 1);
        QCOMPARE(cli({u"presign"_s, u"s3://%1/k"_s.arg(bucket), u"--expires-in"_s, u"604801"_s}).exitCode, 252);
    }

    void wrongUseIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString place = u"s3://%1/k"_s.arg(bucket);
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown") << QStringList{u"sync"_s, u"."_s, place};
        QTest::newRow("one side") << QStringList{u"cp"_s, place};
        QTest::newRow("both here") << QStringList{u"cp"_s, u"a"_s, u"b"_s};
        QTest::newRow("a bucket's everything") << QStringList{u"rm"_s, u"s3://"_s + bucket};
        QTest::newRow("a folder without --recursive") << QStringList{u"cp"_s, u"."_s, place};
        QTest::newRow("a stream of many") << QStringList{u"cp"_s, u"-"_s, place, u"--recursive"_s};
        QTest::newRow("a page of none") << QStringList{u"ls"_s, place, u"--page-size"_s, u"0"_s};
        QTest::newRow("unknown option") << QStringList{u"ls"_s, u"--recursiv3"_s};
    }

    void wrongUseIsSaid()
    {
        QFETCH(const QStringList, arguments);
        const Ended ended = cli(arguments);
        QCOMPARE(ended.exitCode, 252);
        QVERIFY(!ended.err.isEmpty());
        QCOMPARE(ended.out, QByteArray());
    }

    void aDotSegmentIsSaidWithItsKey()
    {
        write(u"x"_s, "1");
        const Ended up = cli({u"cp"_s, u"x"_s, u"s3://%1/a/../k"_s.arg(bucket)});
        QCOMPARE(up.exitCode, 1);
        QVERIFY2(up.err.contains("a/../k"), up.err);
    }

private:
    Ended cli(const QStringList &arguments)
    {
        return runProgram(QStringLiteral(BRAKETEER_CLI), QStringList{u"s3"_s} + arguments, m_environment,
                          m_home->path());
    }

    void put(const QString &key, const QByteArray &bytes)
    {
        const Ended up = runProgram(QStringLiteral(BRAKETEER_CLI),
                                    {u"s3"_s, u"cp"_s, u"-"_s, u"s3://%1/%2"_s.arg(bucket, key)}, m_environment,
                                    m_home->path(), bytes);
        QVERIFY2(up.exitCode == 0, up.err);
    }

    void write(const QString &name, const QByteArray &bytes)
    {
        QDir(m_home->path()).mkpath(QFileInfo(name).path());
        QFile file(m_home->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QByteArray read(const QString &name)
    {
        QFile file(m_home->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
    }

    static QByteArrayList sorted(const QByteArray &text)
    {
        QByteArrayList lines = text.split('\n');
        std::sort(lines.begin(), lines.end());
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(tst_S3)
#include "tst_s3.moc"
