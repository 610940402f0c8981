#include "code/codedocuments.h"
#include "exchange/yaml/readyaml.h"

using namespace codetest;
using namespace braketeer::exchange;

class tst_CodeYaml : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void commentsExplainEachMemberOnce()
    {
        JobSpec spec;
        spec.set(Path::parse(u"jobName"), Value::text(u"bell"_s));
        spec.set(Path::parse(u"stoppingCondition.maxRuntimeInSeconds"), Value::number(3600));
        for (int i = 0; i < 2; ++i) {
            spec.set(Path::parse(u"inputDataConfig[%1].channelName"_s.arg(i)), Value::text(u"c%1 é😀"_s.arg(i)));
            spec.set(Path::parse(u"inputDataConfig[%1].contentType"_s.arg(i)), Value::text(u"text/csv"_s));
        }
        const QString text = exported(spec, "yaml").text;
        QVERIFY2(text.contains("# Job name (required, 1 to 50 characters): Up to 50 letters"_L1), qPrintable(text));
        QVERIFY2(text.contains("\njobName: \"bell\"\n"_L1), qPrintable(text));
        QVERIFY2(text.contains("(1 to 432000): In seconds"_L1), qPrintable(text));
        QVERIFY2(text.contains("\n  maxRuntimeInSeconds: 3600\n"_L1), qPrintable(text));
        QVERIFY2(text.contains("\n  - channelName: \"c0 \\u00e9\\U0001f600\"\n    # "_L1), qPrintable(text));
        QVERIFY2(text.contains("\n  - channelName: \"c1 \\u00e9\\U0001f600\"\n    contentType: "_L1), qPrintable(text));
        for (const QString &line : text.split(u'\n'))
            QVERIFY2(line.size() <= 100, qPrintable(line));
    }

    void everythingIsAsciiAndEveryTextIsQuoted_data()
    {
        QTest::addColumn<QString>("text");
        int number = 0;
        for (const QString &text : hostileTexts())
            QTest::addRow("hostile %d", ++number) << text;
        for (const QString &word :
             {u"on"_s, u"no"_s, u"null"_s, u"010"_s, u"1e3"_s, u"12:30"_s, u"2024-01-01"_s, u"~"_s, u"<<"_s, u"="_s,
              u"a: b"_s, u"a #b"_s, u"*x"_s, u"!x"_s, u"%x"_s, u"@x"_s, u""_s})
            QTest::newRow(qPrintable(u"word "_s + word)) << word;
    }

    void everythingIsAsciiAndEveryTextIsQuoted()
    {
        QFETCH(const QString, text);
        JobSpec spec = fullDocument();
        spec.set(Path::parse(u"tags").child(text), Value::text(text));
        const QByteArray yaml = exported(spec, "yaml").text.toUtf8();
        QVERIFY(std::ranges::all_of(yaml, [](char byte) { return byte == '\n' || (byte >= 0x20 && byte < 0x7F); }));
        const auto read = readYaml(yaml);
        QVERIFY2(read, yaml.constData());
        QVERIFY2(*read == spec.root(), yaml.constData());
    }

    void randomDocumentsAreReadBackByEveryReader()
    {
        QRandomGenerator random(19);
        QList<JobSpec> documents;
        QList<Value> texts;
        for (int i = 0; i < randomDocuments; ++i) {
            documents.append(randomCodeDocument(random));
            const Exported yaml = exported(documents.constLast(), "yaml", {.withClientToken = true});
            const auto read = readYaml(yaml.text.toUtf8());
            QVERIFY2(read && *read == documents.constLast().root(), qPrintable(yaml.text));
            if (i % 10 == 0) // Python needs many milliseconds for each
                texts.append(Value::text(yaml.text));
        }
        qInfo("yaml: %d documents, 0 wrong", randomDocuments);
        const QString python = QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s});
        if (python.isEmpty())
            QSKIP("Python is not installed.");
        const Ran ran = run(python, {QStringLiteral(BRAKETEER_TEST_DATA "/../exchange/code/readyaml.py")},
                            writeJson(Value::list(texts), JsonForm::Hardened));
        const QList<QByteArray> lines = ran.output.trimmed().split('\n');
        QCOMPARE(lines.size(), texts.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const Value values = readJson(lines.at(i)).value_or(Value());
            for (const Value &value : values.items())
                QVERIFY2(value == documents.at(i * 10).root(), qPrintable(texts.at(i).toText()));
        }
        qInfo("yaml, read by %lld Python readers: %lld documents, 0 wrong",
              qlonglong(readJson(lines.constFirst())->items().size()), qlonglong(texts.size()));
    }
};

QTEST_GUILESS_MAIN(tst_CodeYaml)
#include "tst_code_yaml.moc"
