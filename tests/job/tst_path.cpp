#include "job/path.h"

#include <QSet>
#include <QTest>

using namespace braketeer::job;
using namespace Qt::StringLiterals;

class tst_Path : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aPathReadsWhatItWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("schemaPath");
        QTest::addColumn<int>("steps");
        QTest::newRow("document") << u""_s << u""_s << 0;
        QTest::newRow("member") << u"jobName"_s << u"jobName"_s << 1;
        QTest::newRow("nested") << u"instanceConfig.instanceType"_s << u"instanceConfig.instanceType"_s << 2;
        QTest::newRow("item") << u"inputDataConfig[3]"_s << u"inputDataConfig[]"_s << 2;
        QTest::newRow("in an item") << u"inputDataConfig[0].dataSource.s3DataSource.s3Uri"_s
                                    << u"inputDataConfig[].dataSource.s3DataSource.s3Uri"_s << 5;
        QTest::newRow("map value") << u"hyperParameters.alpha"_s << u"hyperParameters.{}"_s << 2;
        QTest::newRow("key with dots") << u"hyperParameters.a.b.c"_s << u"hyperParameters.{}"_s << 2;
        QTest::newRow("key with brackets") << u"tags.a[0]"_s << u"tags.{}"_s << 2;
        QTest::newRow("unknown member") << u"jobname"_s << u"jobname"_s << 1;
        QTest::newRow("brackets that hold no number") << u"a[b]"_s << u"a[b]"_s << 1;
        QTest::newRow("list in a list") << u"a[0][1]"_s << u"a[][]"_s << 3;
    }

    void aPathReadsWhatItWrites()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, schemaPath);
        QFETCH(const int, steps);
        const Path path = Path::parse(text);
        QCOMPARE(path.toString(), text);
        QCOMPARE(path.schemaPath(), schemaPath);
        QCOMPARE(path.steps().size(), steps);
    }

    void equalPathsHaveEqualHashes()
    {
        const Path built = Path().child(u"inputDataConfig"_s).item(0).child(u"channelName"_s);
        const Path parsed = Path::parse(u"inputDataConfig[0].channelName");
        QCOMPARE(built, parsed);
        QCOMPARE(QSet<Path>({built, parsed}).size(), 1);
        QVERIFY(!(built == Path::parse(u"inputDataConfig[1].channelName")));
    }

    void parentAndTopLevelLeadUp()
    {
        const Path path = Path::parse(u"inputDataConfig[0].channelName");
        QCOMPARE(path.parent().toString(), u"inputDataConfig[0]"_s);
        QCOMPARE(path.topLevel().toString(), u"inputDataConfig"_s);
        QVERIFY(Path().parent().isEmpty());
        QVERIFY(Path().topLevel().isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_Path)
#include "tst_path.moc"
