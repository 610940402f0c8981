#include "exchange/json/readjson.h"
#include "exchange/json/writejson.h"
#include "exchange/textcheck.h"

#include <QTest>

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::Value;

class tst_ReadJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyKindOfValueIsKept()
    {
        const auto value = readJson(
            R"({"a": [1, -2.50, 1E3, 0], "b": {"c": null}, "d": true, "e": "é😀\u00e9\ud83d\ude00\n"})"_ba);
        QVERIFY(value);
        QCOMPARE(value->entries().size(), 4);
        QCOMPARE(value->entries().at(0).key, u"a"_s);
        const QList<Value> numbers = value->find(u"a")->items();
        QCOMPARE(numbers.at(1).toText(), u"-2.50"_s);
        QCOMPARE(numbers.at(2).toText(), u"1E3"_s);
        QCOMPARE(numbers.at(0).toInteger(), 1);
        QVERIFY(value->find(u"b")->find(u"c")->isNull());
        QVERIFY(value->find(u"d")->toBoolean());
        QCOMPARE(value->find(u"e")->toText(), u"é😀é😀\n"_s);
    }

    void brokenTextIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("empty") << ""_ba << u"line 1, column 1"_s;
        QTest::newRow("blank") << " \n "_ba << u"line 2, column 2"_s;
        QTest::newRow("text after it") << "{} x"_ba << u"line 1, column 4"_s;
        QTest::newRow("trailing comma") << "{\"a\":1,}"_ba << u"line 1, column 8"_s;
        QTest::newRow("trailing comma in a list") << "[1,]"_ba << u"line 1, column 4"_s;
        QTest::newRow("missing comma") << "{\n  \"a\": 1\n  \"b\": 2\n}"_ba << u"line 3, column 3"_s;
        QTest::newRow("columns are characters") << "{\"größe😀\" 1}"_ba << u"line 1, column 11"_s;
        QTest::newRow("carriage returns") << "{\r\n\"a\":\r\nx}"_ba << u"line 3, column 1"_s;
        QTest::newRow("single quotes") << "{'a':'1'}"_ba << u"line 1, column 2"_s;
        QTest::newRow("unclosed") << "{\"a\": \"b"_ba << u"line 1, column"_s;
        QTest::newRow("raw newline in a text") << "[\"a\nb\"]"_ba << u"line 1, column"_s;
        QTest::newRow("not UTF-8") << "[\"\xff\"]"_ba << u"line 1, column"_s;
        QTest::newRow("overlong UTF-8") << "[\"\xc0\xaf\"]"_ba << u"line 1, column"_s;
        QTest::newRow("encoded surrogate") << "[\"\xed\xa0\x80\"]"_ba << u"line 1, column"_s;
        QTest::newRow("lone surrogate") << R"(["\ud83d"])"_ba << u"line 1, column"_s;
        QTest::newRow("leading zero") << "[01]"_ba << u"line 1, column 3"_s;
        QTest::newRow("NaN") << "[NaN]"_ba << u"line 1, column 2"_s;
        QTest::newRow("comment") << "{} // x"_ba << u"line 1, column 4"_s;
        QTest::newRow("NUL after it") << QByteArray("{}\0", 3) << u"line 1, column 3"_s;
        QTest::newRow("duplicate key") << "{\"a\":1,\n \"\\u0061\":2}"_ba << u"line 2, column 2"_s;
        QTest::newRow("duplicate key, deep") << "[{\"x\":{\"b\":1,\"b\":2}}]"_ba << u"line 1, column 14"_s;
    }

    void brokenTextIsRefusedWithItsPlace()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, place);
        const auto value = readJson(json);
        QVERIFY(!value);
        QVERIFY2(value.error().message.contains(place), qPrintable(value.error().message));
    }

    void aDuplicateKeyIsNamed()
    {
        QVERIFY(readJson("{\"shots\":1,\"shots\":2}"_ba).error().message.contains(u"“shots”"_s));
    }

    void duplicatesMayBeReadAsTheAwsCliDoes()
    {
        QStringList repeated;
        const auto value = readJson("{\"a\":1,\"b\":2,\"a\":3}"_ba, DuplicateKeys::LastWins, &repeated);
        QVERIFY(value);
        QCOMPARE(value->find(u"a")->toText(), u"3"_s);
        QCOMPARE(value->entries().size(), 2);
        QCOMPARE(repeated, QStringList{u"a"_s});
    }

    void aByteOrderMarkIsSaidToBeOne()
    {
        const auto value = readJson("\xEF\xBB\xBF{}"_ba);
        QVERIFY(!value);
        QVERIFY(value.error().message.contains(u"byte-order mark"_s));
    }

    void depthIsLimited()
    {
        const QByteArray deepest = QByteArray(maximumDocumentDepth, '[') + QByteArray(maximumDocumentDepth, ']');
        QVERIFY(readJson(deepest));
        QVERIFY(!readJson('[' + deepest + ']'));
        QVERIFY(!readJson(QByteArray(1000000, '[')));
        QVERIFY(!readJson(QByteArray("{\"a\":").repeated(100000)));
    }

    void sizeIsLimited() { QVERIFY(!readJson('"' + QByteArray(maximumDocumentBytes, 'a') + '"')); }

    void whatIsWrittenReadsBack_data()
    {
        QTest::addColumn<JsonForm>("form");
        QTest::newRow("compact") << JsonForm::Compact;
        QTest::newRow("indented") << JsonForm::Indented;
        QTest::newRow("hardened") << JsonForm::Hardened;
    }

    void whatIsWrittenReadsBack()
    {
        QFETCH(const JsonForm, form);
        const Value value = Value::map(
            {{u"a b"_s, Value::list({Value::number(u"0.10"_s), Value(), Value::boolean(false)})},
             {u"\uFEFF\uFEFF"_s, Value::text(u"\uFEFFé😀\u202e\u0007\"\\/\n\t\u2028$(x)`'%!\U000E0001"_s)},
             {u"empty"_s, Value::map()},
             {u"none"_s, Value::list()}});
        const auto again = readJson(writeJson(value, form));
        QVERIFY(again);
        QVERIFY(*again == value);
    }

    void eachFormHasItsLayout()
    {
        const Value value = Value::map(
            {{u"a"_s, Value::list({Value::number(1), Value::map()})}, {u"b"_s, Value::text(u"x y"_s)}});
        QCOMPARE(writeJson(value, JsonForm::Compact), R"({"a":[1,{}],"b":"x y"})"_ba);
        QCOMPARE(writeJson(value, JsonForm::Indented), "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"x y\"\n}\n"_ba);
        QCOMPARE(writeJson(value, JsonForm::Hardened), R"({"a":[1,{}],"b":"x\u0020y"})"_ba);
    }

    void whatHidesIsEscaped()
    {
        QCOMPARE(jsonString(u"\u202eé\u200b"_s, JsonForm::Compact), u"\"\\u202eé\\u200b\""_s);
        QCOMPARE(jsonString(QString(QChar(0xD83D)), JsonForm::Compact), u"\"\\ud83d\""_s);
    }

    void hardenedTextHoldsNothingThatAShellKnows()
    {
        QString every;
        for (char16_t unit = 1; unit < 0x300; ++unit)
            every += QChar(unit);
        const QByteArray text = writeJson(Value::text(every), JsonForm::Hardened);
        for (const char byte : text)
            QVERIFY(QByteArrayView("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:+/\\\"")
                        .contains(byte));
    }
};

QTEST_APPLESS_MAIN(tst_ReadJson)
#include "tst_readjson.moc"
