#include "fromjson.h"

#include "job/value.h"

#include <QTest>

using namespace braketeer::job;
using namespace Qt::StringLiterals;
using test::fromText;

class tst_Value : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aNumberKeepsItsText()
    {
        QCOMPARE(Value::number(u"0.10"_s).toText(), u"0.10"_s);
        QCOMPARE(Value::number(qint64(-7)).toText(), u"-7"_s);
    }

    void onlyWholeNumbersThatFitAreIntegers_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<std::optional<qint64>>("integer");
        const auto none = std::optional<qint64>();
        QTest::newRow("zero") << Value::number(u"0"_s) << std::optional<qint64>(0);
        QTest::newRow("largest") << Value::number(u"9223372036854775807"_s)
                                 << std::optional<qint64>(std::numeric_limits<qint64>::max());
        QTest::newRow("one more") << Value::number(u"9223372036854775808"_s) << none;
        QTest::newRow("fraction") << Value::number(u"30.0"_s) << none;
        QTest::newRow("exponent") << Value::number(u"1e3"_s) << none;
        QTest::newRow("text") << Value::text(u"30"_s) << none;
        QTest::newRow("null") << Value() << none;
    }

    void onlyWholeNumbersThatFitAreIntegers()
    {
        QFETCH(const Value, value);
        QFETCH(const std::optional<qint64>, integer);
        QCOMPARE(value.toInteger(), integer);
    }

    void theOrderOfMembersIsKept()
    {
        Value map = Value::map();
        map.insert(u"z"_s, Value::text(u"1"_s));
        map.insert(u"a"_s, Value::text(u"2"_s));
        map.insert(u"z"_s, Value::text(u"3"_s));
        QCOMPARE(map.entries().size(), 2);
        QCOMPARE(map.entries().at(0).key, u"z"_s);
        QCOMPARE(map.entries().at(0).value.toText(), u"3"_s);
        QCOMPARE(map.entries().at(1).key, u"a"_s);
    }

    void erasingSaysWhetherThereWasSomething()
    {
        Value map = fromText("{'a': 1}");
        QVERIFY(map.erase(u"a"));
        QVERIFY(!map.erase(u"a"));
        QVERIFY(!map.find(u"a"));
    }

    void equalityIgnoresOrderAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<bool>("equal");
        QTest::newRow("order of members") << "{'a': 1, 'b': [2]}"_ba
                                          << "{'b': [2], 'a': 1}"_ba << true;
        QTest::newRow("order of items") << "[1, 2]"_ba
                                        << "[2, 1]"_ba << false;
        QTest::newRow("number and text") << "1"_ba
                                         << "'1'"_ba << false;
        QTest::newRow("null and absent") << "{'a': null}"_ba
                                         << "{}"_ba << false;
        QTest::newRow("empty list and map") << "[]"_ba
                                            << "{}"_ba << false;
        QTest::newRow("true and false") << "true"_ba
                                        << "false"_ba << false;
        QTest::newRow("other key") << "{'a': 1}"_ba
                                   << "{'b': 1}"_ba << false;
        QTest::newRow("one more") << "{'a': 1}"_ba
                                  << "{'a': 1, 'b': 1}"_ba << false;
    }

    void equalityIgnoresOrderAndNothingElse()
    {
        QFETCH(const QByteArray, left);
        QFETCH(const QByteArray, right);
        QFETCH(const bool, equal);
        QCOMPARE(fromText(left) == fromText(right), equal);
    }

    void aCopyDoesNotChangeWithItsOriginal()
    {
        Value original = fromText("{'a': {'b': 1}}");
        const Value snapshot = original;
        original.find(u"a")->insert(u"b"_s, Value::text(u"changed"_s));
        QCOMPARE(snapshot.find(u"a")->find(u"b")->toText(), u"1"_s);
        QVERIFY(!(original == snapshot));
    }
};

QTEST_APPLESS_MAIN(tst_Value)
#include "tst_value.moc"
