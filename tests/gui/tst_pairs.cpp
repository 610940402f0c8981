#include "gui/kit/keyvaluemodel.h"
#include "gui/kit/pastedpairs.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;

using Pairs = QList<Pair>;

class tst_Pairs : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void pairsAreReadInEveryForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Pairs>("expected");

        const Pairs two{{u"shots"_s, u"1000"_s}, {u"layers"_s, u"3"_s}};
        QTest::newRow("JSON") << u"{\"shots\": \"1000\", \"layers\": 3}"_s << two;
        QTest::newRow("JSON number text")
            << u"{\"rate\": 1e-3, \"on\": true}"_s << Pairs{{u"rate"_s, u"1e-3"_s}, {u"on"_s, u"true"_s}};
        QTest::newRow("JSON nested") << u"{\"a\": [1, 2]}"_s << Pairs{{u"a"_s, u"[1,2]"_s}};
        QTest::newRow("spreadsheet") << u"shots\t1000\nlayers\t3\n"_s << two;
        QTest::newRow("CSV") << u"shots,1000\r\nlayers,3\r\n"_s << two;
        QTest::newRow("CSV with a heading") << u"Name,Value\nshots,1000\nlayers,3"_s << two;
        QTest::newRow("CSV quotes") << u"\"a,b\",\"say \"\"hi\"\"\"\n"_s << Pairs{{u"a,b"_s, u"say \"hi\""_s}};
        QTest::newRow(".env") << u"# settings\nexport shots=1000\n\nlayers='3' \n"_s << two;
        QTest::newRow(".env comment") << u"a=b # why\nc=\"d # e\""_s << Pairs{{u"a"_s, u"b"_s}, {u"c"_s, u"d # e"_s}};
        QTest::newRow(".env with commas") << u"a=1,2,3"_s << Pairs{{u"a"_s, u"1,2,3"_s}};
        QTest::newRow(".env with equals") << u"a=b=c"_s << Pairs{{u"a"_s, u"b=c"_s}};
        QTest::newRow("last of equal names") << u"a=1\nb=2\na=3"_s << Pairs{{u"a"_s, u"3"_s}, {u"b"_s, u"2"_s}};
        QTest::newRow("empty value") << u"a="_s << Pairs{{u"a"_s, QString()}};
    }

    void pairsAreReadInEveryForm()
    {
        QFETCH(const QString, text);
        QFETCH(const Pairs, expected);
        const core::Result<Pairs> pairs = readPairs(text);
        QVERIFY2(pairs.has_value(), pairs ? "" : qPrintable(pairs.error().message));
        QCOMPARE(*pairs, expected);
    }

    void whatCannotBeReadIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("inMessage");
        QTest::newRow("prose") << u"a=1\nhello there"_s << u"2"_s;
        QTest::newRow("one column") << u"a,1\nb\n"_s << u"2"_s;
        QTest::newRow("JSON list") << u"{\"a\": }"_s << u"1"_s;
        QTest::newRow("name missing") << u"=5"_s << u"1"_s;
    }

    void whatCannotBeReadIsNamed()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, inMessage);
        const core::Result<Pairs> pairs = readPairs(text);
        QVERIFY(!pairs);
        QVERIFY2(pairs.error().message.contains(inMessage), qPrintable(pairs.error().message));
    }

    void theModelKeepsTheRulesOfModels()
    {
        KeyValueModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const job::Value map = job::Value::map({{u"a"_s, job::Value::text(u"1"_s)}});
        model.setMap(&map);
        model.setData(model.index(1, KeyValueModel::Key), u"b"_s);
        model.merge({{u"c"_s, u"3"_s}, {u"a"_s, u"9"_s}});
        model.removeRowsAt({1});
        QVERIFY(model.map()
                == job::Value::map({{u"a"_s, job::Value::text(u"9"_s)}, {u"c"_s, job::Value::text(u"3"_s)}}));
    }

    void theLastRowTakesANewName()
    {
        KeyValueModel model;
        QSignalSpy edited(&model, &KeyValueModel::edited);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.map());
        QVERIFY(model.setData(model.index(0, KeyValueModel::Key), u"shots"_s));
        QVERIFY(model.setData(model.index(0, KeyValueModel::Value), u"1000"_s));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(edited.count(), 2);
        QVERIFY(model.map() == job::Value::map({{u"shots"_s, job::Value::text(u"1000"_s)}}));
    }

    void theSecondOfTwoEqualNamesIsShownAndNotSent()
    {
        KeyValueModel model;
        model.merge({{u"a"_s, u"1"_s}, {u"b"_s, u"2"_s}});
        model.setData(model.index(1, KeyValueModel::Key), u"a"_s);
        QCOMPARE(model.duplicate(), u"a"_s);
        QVERIFY(!model.data(model.index(1, 0), KeyValueModel::FaultRole).toString().isEmpty());
        QVERIFY(model.data(model.index(0, 0), KeyValueModel::FaultRole).toString().isEmpty());
        QVERIFY(model.map() == job::Value::map({{u"a"_s, job::Value::text(u"1"_s)}}));
    }

    void aValueOfAnotherKindIsKeptUntilItIsEdited()
    {
        KeyValueModel model;
        const job::Value map = job::Value::map({{u"n"_s, job::Value::number(u"1e3"_s)}});
        model.setMap(&map);
        QCOMPARE(model.rows().constFirst().value, u"1e3"_s);
        QVERIFY(model.map() == map);
        model.setData(model.index(0, KeyValueModel::Value), u"5"_s);
        QVERIFY(model.map() == job::Value::map({{u"n"_s, job::Value::text(u"5"_s)}}));
    }
};

QTEST_MAIN(tst_Pairs)
#include "tst_pairs.moc"
