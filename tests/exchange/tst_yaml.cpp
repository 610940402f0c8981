#include "exchange/document.h"
#include "exchange/json/readjson.h"
#include "exchange/json/writejson.h"
#include "exchange/textcheck.h"
#include "exchange/yaml/readyaml.h"
#include "exchange/yaml/writeyaml.h"

#include <QRandomGenerator>
#include <QTest>

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::Value;

class tst_Yaml : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // What ruamel.yaml 0.17 (safe, pure) makes of the same text, unless a row says otherwise.
    void aValueHasTheTypeOfYaml12_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("json"); // empty: refused
        const auto row = [](const char *yaml, const char *json) {
            QTest::newRow(yaml) << QByteArray(yaml) << QByteArray(json);
        };
        row("yes", "\"yes\"");
        row("no", "\"no\"");
        row("on", "\"on\"");
        row("y", "\"y\"");
        row("12:30", "\"12:30\"");
        row("true", "true");
        row("TRUE", "true");
        row("tRUE", "\"tRUE\"");
        row("null", "null");
        row("~", "null");
        row("", "null");
        row("010", "10");
        row("08", "8");
        row("00", "0");
        row("-0", "0");
        row("+5", "5");
        row("0o10", "8");
        row("-0o7", "-7");
        row("0o8", "\"0o8\"");
        row("0x1F", "31");
        row("0x", "\"0x\"");
        row("0xg", "\"0xg\"");
        row("0b11", "3");
        row("1_000", "1000");
        row("123_", "123");
        row("_1", "\"_1\"");
        row("1e3", "1000.0");
        row("1e+3", "1000.0");
        row("1.", "1.0");
        row(".5", "0.5");
        row(".5e3", "\".5e3\"");
        row("1_0.5_0", "10.5");
        row(".", "\".\"");
        row("..", "\"..\"");
        row("+", "\"+\"");
        row("2024-1-1", "\"2024-1-1\"");
        row("1:30", "\"1:30\"");
        row("'it''s'", "\"it's\"");
        row("\"\\U0001F600\\/\"", "\"😀/\"");
        row("😀", "\"😀\"");
        row("!!str 5", "\"5\"");
        row("!!int '5'", "5");
        row("!!bool 'true'", "true");
        row("'x\n  y'", "\"x y\"");
        row("b #c", "\"b\"");
        row("{b, c}", "{\"b\":null,\"c\":null}");
        row("{b:c}", "{\"b:c\":null}");
        row("[a: b]", "[{\"a\":\"b\"}]");
        row(">-\n x\n y\n", "\"x y\"");
        row("|\n x\n  y\n", "\"x\\n y\\n\"");
        row("'5'", "\"5\"");
        // ruamel has values for these that JSON has not; here they are refused at their place.
        row("2024-01-01", "");
        row("2024-01-01T00:00:00Z", "");
        row("2024-01-01 00:00:00", "");
        row(".inf", "");
        row("-.INF", "");
        row(".NaN", "");
        row("1e400", "");
        row("!!binary aGk=", "");
        row("=", "");
        row("<<", "");
        row("@x", "");
        row("`x", "");
        row("%x", "");
        row("*x", "");
        row("!x y", "");
        row("- b", "");
        row("b: c", "");
        row("'x' y", "");
        row("\"\\q\"", "");
        row("[1,,2]", "[1,null,2]"); // ruamel refuses it
        row("[1", "");
        row("&x [*x]", "");
        row("\x01", "");
        row("\xff", "");
    }

    void aValueHasTheTypeOfYaml12()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, json);
        const auto value = readYaml("a: " + yaml);
        QCOMPARE(value ? writeJson(*value, JsonForm::Compact) : QByteArray(),
                 json.isEmpty() ? QByteArray() : "{\"a\":" + json + "}");
    }

    void aDocumentIsReadWholeOrNotAtAll_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("json"); // empty: refused
        const auto row = [](const char *name, const char *yaml, const char *json) {
            QTest::newRow(name) << QByteArray(yaml) << QByteArray(json);
        };
        row("empty", "", "null");
        row("comment", "# c\n", "null");
        row("text", "just text\n", "\"just text\"");
        row("byte-order mark",
            "\xEF\xBB\xBF"
            "a: b",
            "{\"a\":\"b\"}");
        row("document start", "---\na: b\n...\n", "{\"a\":\"b\"}");
        row("YAML 1.2", "%YAML 1.2\n---\na: yes", "{\"a\":\"yes\"}");
        row("YAML 1.1", "%YAML 1.1\n---\na: yes", "");
        row("two documents", "a: 1\n---\nb: 2", "");
        row("text after the end", "a: 1\n...\nxx", "");
        row("alias", "a: &x {k: '1'}\nb: *x", "{\"a\":{\"k\":\"1\"},\"b\":{\"k\":\"1\"}}");
        row("anchor used again", "a: &x '1'\nb: &x '2'\nc: *x", "{\"a\":\"1\",\"b\":\"2\",\"c\":\"2\"}");
        row("merge", "b: &x {k: 1, l: 2}\na: {<<: *x, k: 3}", "{\"b\":{\"k\":1,\"l\":2},\"a\":{\"k\":3,\"l\":2}}");
        row("merge of a list", "b: &x {k: 1}\na: {<<: [*x]}", "{\"b\":{\"k\":1},\"a\":{\"k\":1}}");
        row("merge of a text", "a: {<<: b}", "");
        row("number as key", "1: x", "");
        row("truth as key", "true: x", "");
        row("null as key", "~: x", "");
        row("date as key", "2024-01-01: x", "");
        row("quoted number as key", "'1': x", "{\"1\":\"x\"}");
        row("list as key", "? [a]\n: b", "");
        row("duplicate key", "a: 1\n'a': 2", "");
        row("duplicate key in flow", "{a: 1, a: 2}", "");
        row("no colon", "a: b\nc\n", "");
        row("no value", "a: b\nc:\n", "{\"a\":\"b\",\"c\":null}");
        row("open quote", "a: 'x\nb: y", "");
        row("open double quote", "a: \"x", "");
        row("directive", "%TAG ! x\n---\na: b", "");
        row("directive inside", "a: 1\n%b: 2\n", "");
        row("tab", "\ta: 1", "");
        row("tab below", "a:\n\tb: 1", "");
        row("tab after blanks", "a:\n  \tb: 1", "");
        row("wrong indentation", "a: b\n c: d", "");
        row("JSON", "{\"a\": [1, \"x\"],\n\"b\": null}", "{\"a\":[1,\"x\"],\"b\":null}");
    }

    void aDocumentIsReadWholeOrNotAtAll()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, json);
        const auto value = readYaml(yaml);
        QCOMPARE(value ? writeJson(*value, JsonForm::Compact) : QByteArray(), json);
    }

    void errorsNameLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("place");
        QTest::newRow("syntax") << "a: 1\nb: @x\n"_ba << u"line 2, column 4"_s;
        QTest::newRow("duplicate key") << "a: 1\nä: {x: 1, x: 2}\n"_ba << u"line 2, column 11"_s;
        QTest::newRow("date") << "a:\n  - 2024-01-01\n"_ba << u"line 2, column 5"_s;
        QTest::newRow("tab") << "a:\n  b: 1\n\tc: 2\n"_ba << u"line 3, column 1"_s;
        QTest::newRow("undefined alias") << "a: 1\nb: *nothing\n"_ba << u"line 2, column 4"_s;
    }

    void errorsNameLineAndColumn()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, place);
        const auto value = readYaml(yaml);
        QVERIFY(!value);
        QVERIFY2(value.error().message.contains(place), qPrintable(value.error().message));
    }

    void aliasesThatGrowWithoutEndAreRefused()
    {
        QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1);
            bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + (before + ", ").repeated(9)
                    + before + "]\n";
        }
        const auto value = readYaml(bomb);
        QVERIFY(!value);
        QVERIFY2(value.error().message.contains(u"aliases"_s), qPrintable(value.error().message));
    }

    void depthAndSizeAreLimited()
    {
        QVERIFY(!readYaml(QByteArray(100000, '[')));
        QVERIFY(!readYaml(QByteArray("- ").repeated(100000)));
        QVERIFY(!readYaml(QByteArray(maximumDocumentBytes + 1, 'a')));
        QVERIFY(readYaml(QByteArray(100, '[') + QByteArray(100, ']')));
    }

    void whatIsWrittenReadsBack()
    {
        QRandomGenerator random(1);
        const QString awkward = u"ab1 -:#'\"\\\n\t{}[],&*!|>%@`?=<~é\u0085\u2028\u202e\uFEFF😀.0_\r\u0007"_s;
        for (int round = 0; round < 500; ++round) {
            const auto text = [&] {
                QString result;
                for (int i = random.bounded(8); i > 0; --i) {
                    const int at = random.bounded(int(awkward.size()));
                    if (!awkward.at(at).isSurrogate())
                        result += awkward.at(at);
                    else
                        result += u"😀"_s;
                }
                return result;
            };
            Value map = Value::map();
            for (int i = 0; i < 4; ++i)
                map.insert(text(), Value::text(text()));
            map.insert(u"list"_s, Value::list({Value::text(text()), Value::map({{text(), Value::number(3)}}),
                                               Value::list(), Value::list({Value::boolean(true), Value()})}));
            const QByteArray yaml = writeYaml(map);
            const auto again = readYaml(yaml);
            QVERIFY2(again, again ? "" : qPrintable(again.error().text() + QString::fromUtf8(yaml)));
            QVERIFY2(*again == map,
                     (yaml + writeJson(map, JsonForm::Indented) + writeJson(*again, JsonForm::Indented)).constData());
        }
    }

    void everyTextIsQuoted()
    {
        const Value value = Value::map(
            {{u"jobName"_s, Value::text(u"on"_s)},
             {u"on"_s, Value::text(u"x"_s)},
             {u"inputDataConfig"_s,
              Value::list({Value::map({{u"channelName"_s, Value::text(u"a"_s)}, {u"size"_s, Value::number(3)}})})},
             {u"tags"_s, Value::map()}});
        QCOMPARE(writeYaml(value),
                 "jobName: \"on\"\n\"on\": \"x\"\ninputDataConfig:\n  - channelName: \"a\"\n    size: 3\n"
                 "tags: {}\n"_ba);
    }

    void theFormatIsRecognised()
    {
        QVERIFY(readDocument(" {\"jobName\": \"x\"}"_ba));
        QVERIFY(readDocument("jobName: x"_ba));
        QVERIFY(readDocument("\xEF\xBB\xBF{}"_ba).error().message.contains(u"byte-order mark"_s));
        QVERIFY(!readDocument("[]"_ba));
        QVERIFY(!readDocument("just text"_ba));
        QVERIFY(!readDocument("jobName: x"_ba, Format::Json));
    }
};

QTEST_APPLESS_MAIN(tst_Yaml)
#include "tst_yaml.moc"
