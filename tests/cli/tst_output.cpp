#include "cli/globaloptions.h"
#include "cli/output/format.h"
#include "cli/output/query.h"
#include "exchange/json/readjson.h"

#include <QTest>

using namespace braketeer;
using namespace Qt::StringLiterals;

class tst_Output : public QObject
{
    Q_OBJECT

    /// JSON with single quotes.
    static job::Value json(QByteArray text) { return exchange::readJson(text.replace('\'', '"')).value(); }

private Q_SLOTS:

    void anAnswerIsWrittenAsTheAwsCliWritesIt_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("expected");

        // Expectations: aws-cli 2.9.19 with the same answers.
        QTest::newRow("text, one member") << "{'jobArn': 'a'}"_ba << u"text"_s << "a\n"_ba;
        QTest::newRow("text, scalars in key order") << "{'b': 1, 'a': true}"_ba << u"text"_s << "True\t1\n"_ba;
        QTest::newRow("text, a list of maps has the columns of all")
            << "{'jobs': [{'b': '1', 'a': '2'}, {'a': '3'}]}"_ba << u"text"_s << "JOBS\t2\t1\nJOBS\t3\t\n"_ba;
        QTest::newRow("text, nested") << "{'a': '1', 'm': {'x': '2'}}"_ba << u"text"_s << "1\nM\t2\n"_ba;
        QTest::newRow("text, list of scalars") << "{'l': ['x', 'y']}"_ba << u"text"_s << "L\tx\nL\ty\n"_ba;
        QTest::newRow("text, a bare list stands on one line") << "['x', 'y']"_ba << u"text"_s << "x\ty\n"_ba;
        QTest::newRow("text, null") << "{'a': null}"_ba << u"text"_s << "None\n"_ba;
        QTest::newRow("json, a text alone") << "'a'"_ba << u"json"_s << "\"a\"\n"_ba;
        QTest::newRow("lines, an item each") << "[{'a':1},{'a':2}]"_ba << u"jsonl"_s << "{\"a\":1}\n{\"a\":2}\n"_ba;
        QTest::newRow("table, rows and columns") << "[{'name': 'bell', 'n': 1}, {'name': 'qaoa-2'}]"_ba << u"table"_s
                                                 << "name    n\n------  -\nbell    1\nqaoa-2\n"_ba;
        QTest::newRow("table, control characters cannot move the cursor")
            << "[{'name': 'a\\u001b[2Jb\\u202e'}]"_ba << u"table"_s
            << "name\n---------------\na\\u001b[2Jb\\u202e\n"_ba.replace("---------------", QByteArray(17, '-'));
    }

    void anAnswerIsWrittenAsTheAwsCliWritesIt()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, format);
        QFETCH(const QByteArray, expected);
        QCOMPARE(cli::formatAnswer(json(answer), *cli::outputFormat(format)), expected);
    }

    void aQueryPicksAPart_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("member") << u"a"_s << "1"_ba;
        QTest::newRow("nested") << u"jobs[0].name"_s << "\"x\""_ba;
        QTest::newRow("from the end") << u"jobs[-1].name"_s << "\"y\""_ba;
        QTest::newRow("every item") << u"jobs[*].name"_s << "['x','y']"_ba;
        QTest::newRow("every item, short form") << u"jobs[].name"_s << "['x','y']"_ba;
        QTest::newRow("every item without the nulls") << u"jobs[].only"_s << "[2]"_ba;
        QTest::newRow("quoted name") << u"\"odd name\""_s << "3"_ba;
        QTest::newRow("nowhere") << u"b.c[3]"_s << "null"_ba;
    }

    void aQueryPicksAPart()
    {
        QFETCH(const QString, path);
        QFETCH(const QByteArray, expected);
        const auto part = cli::query(json("{'a':1,'jobs':[{'name':'x'},{'name':'y','only':2}],'odd name':3}"), path);
        QVERIFY(part);
        QCOMPARE(*part, json(expected));
    }

    void aQueryThatIsNotKnownIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"length(jobs)", "jobs[?a=='b']", "a.", ".a", "a..b", "a[", "a[x]", "{a: a}", "a b"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }

    void aQueryThatIsNotKnownIsRefused()
    {
        QFETCH(const QString, path);
        const auto part = cli::query(json("{}"), path);
        QVERIFY(!part);
        QCOMPARE(part.error().kind, core::Error::Kind::Usage);
        QVERIFY(part.error().message.contains(path));
    }

    void globalOptionsAreTakenOutWhereverTheyStand()
    {
        const auto split = cli::splitGlobalOptions({u"--region"_s, u"eu-west-2"_s, u"create-job"_s, u"--job-name"_s,
                                                    u"a"_s, u"--output=text"_s, u"--no-cli-pager"_s});
        QVERIFY(split);
        QCOMPARE(split->global.region, u"eu-west-2"_s);
        QVERIFY(split->global.output == cli::OutputFormat::Text);
        QCOMPARE(split->rest, QStringList({u"create-job"_s, u"--job-name"_s, u"a"_s}));
    }

    void aSenselessGlobalOptionIsRefusedByName_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no value") << QStringList{u"--region"_s};
        QTest::newRow("unknown format") << QStringList{u"--output"_s, u"xml"_s};
        QTest::newRow("no number") << QStringList{u"--cli-read-timeout"_s, u"soon"_s};
        QTest::newRow("no verification") << QStringList{u"--no-verify-ssl"_s};
    }

    void aSenselessGlobalOptionIsRefusedByName()
    {
        QFETCH(const QStringList, arguments);
        const auto split = cli::splitGlobalOptions(arguments);
        QVERIFY(!split);
        QCOMPARE(split.error().kind, core::Error::Kind::Usage);
        QVERIFY2(split.error().message.contains(arguments.first()), qPrintable(split.error().message));
    }
};

QTEST_GUILESS_MAIN(tst_Output)
#include "tst_output.moc"
