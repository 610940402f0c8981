#include "support/program.h"

#include <QFile>
#include <QTest>

using namespace braketeer::tests;
using namespace Qt::StringLiterals;

/// `braketeer-cli import` from outside: the document alone on standard output, all else on standard error.
class tst_Import : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void aPastedCommandBecomesADocument()
    {
        const Ended ended = cli({u"import"_s, u"-"_s}, "$ aws braket create-job --job-name bell --tags a=b\n");
        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.out, "{\n  \"jobName\": \"bell\",\n  \"tags\": {\n    \"a\": \"b\"\n  }\n}\n"_ba);
        QVERIFY2(ended.err.contains("shell command"), ended.err.constData());
    }

    void filesBesideTheTextAreRead()
    {
        write(u"tags.json"_s, "{\"a\": \"b\"}");
        write(u"run.sh"_s, "aws braket create-job --tags file://tags.json --hyper-parameters file:///etc/hostname\n");
        const Ended ended = cli({u"import"_s, u"run.sh"_s});
        QCOMPARE(ended.exitCode, 0);
        QVERIFY2(ended.out.contains("\"a\": \"b\""), ended.out.constData());
        QVERIFY2(ended.out.contains("\"hyperParameters\": \"file:///etc/hostname\""), ended.out.constData());
        QVERIFY2(ended.err.contains("I-file"), ended.err.constData());
    }

    void ofSeveralJobsOneIsAskedFor()
    {
        const QByteArray text = "aws braket create-job --job-name a\naws braket create-job --job-name b\n";
        const Ended none = cli({u"import"_s, u"-"_s}, text);
        QCOMPARE(none.exitCode, 252);
        QCOMPARE(none.out, QByteArray());
        QVERIFY2(none.err.contains('2'), none.err.constData());
        const Ended second = cli({u"import"_s, u"-"_s, u"--index"_s, u"1"_s}, text);
        QCOMPARE(second.exitCode, 0);
        QVERIFY(second.out.contains("\"b\""));
    }

    void theShellCanBeSaid()
    {
        const QByteArray text = "aws braket create-job --hyper-parameters '{\"a\":\"b\\\\\\\\c\"}'";
        QVERIFY(cli({u"import"_s, u"-"_s}, text).out.contains("\"b\\\\\\\\c\""));
        QVERIFY(cli({u"import"_s, u"-"_s, u"--as"_s, u"fish"_s}, text).out.contains("\"b\\\\c\""));
    }

    void whatCannotBeReadIsWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("prose") << QStringList{u"-"_s} << "hello"_ba;
        QTest::newRow("nothing") << QStringList{u"-"_s} << ""_ba;
        QTest::newRow("no such file") << QStringList{u"missing.sh"_s} << ""_ba;
        QTest::newRow("a folder") << QStringList{u"."_s} << ""_ba;
        QTest::newRow("no such format") << QStringList{u"-"_s, u"--as"_s, u"csh"_s} << "{}"_ba;
        QTest::newRow("no number") << QStringList{u"-"_s, u"--index"_s, u"x"_s} << "{}"_ba;
        QTest::newRow("no file") << QStringList{} << ""_ba;
    }

    void whatCannotBeReadIsWrongUsage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, input);
        const Ended ended = cli(QStringList{u"import"_s} + arguments, input);
        QCOMPARE(ended.exitCode, 252);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY(!ended.err.isEmpty());
    }

private:
    Ended cli(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return runProgram(QStringLiteral(BRAKETEER_CLI), arguments, cleanEnvironment(m_home->path()), m_home->path(),
                          input);
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_home->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(tst_Import)
#include "tst_import.moc"
