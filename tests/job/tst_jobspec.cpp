#include "fromjson.h"

#include "job/jobspec.h"

#include <QTest>

using namespace braketeer::job;
using namespace Qt::StringLiterals;
using test::fromText;

class tst_JobSpec : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void settingMakesWhatIsOnTheWay()
    {
        JobSpec spec;
        spec.set(Path::parse(u"inputDataConfig[1].dataSource.s3DataSource.s3Uri"), Value::text(u"s3://b/k"_s));
        QCOMPARE(spec, JobSpec(fromText(
                           "{'inputDataConfig': [{}, {'dataSource': {'s3DataSource': {'s3Uri': 's3://b/k'}}}]}")));
    }

    void settingReplacesWhatStandsInTheWay()
    {
        JobSpec spec(fromText("{'instanceConfig': 'ml.m5.large'}"));
        spec.set(Path::parse(u"instanceConfig.instanceType"), Value::text(u"ml.m5.large"_s));
        QCOMPARE(spec, JobSpec(fromText("{'instanceConfig': {'instanceType': 'ml.m5.large'}}")));
    }

    void settingTheEmptyPathReplacesTheDocument()
    {
        JobSpec spec(fromText("{'jobName': 'a'}"));
        spec.set(Path(), fromText("{'jobName': 'b'}"));
        QCOMPARE(spec.text(u"jobName"), u"b"_s);
    }

    void removingPrunesWhatItLeavesEmpty_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("member") << "{'jobName': 'a', 'roleArn': 'b'}"_ba << u"jobName"_s << "{'roleArn': 'b'}"_ba;
        QTest::newRow("last of a structure") << "{'stoppingCondition': {'maxRuntimeInSeconds': 1}}"_ba
                                             << u"stoppingCondition.maxRuntimeInSeconds"_s << "{}"_ba;
        QTest::newRow("two structures deep") << "{'algorithmSpecification': {'containerImage': {'uri': 'u'}}}"_ba
                                             << u"algorithmSpecification.containerImage.uri"_s << "{}"_ba;
        QTest::newRow("not the last") << "{'algorithmSpecification': {'containerImage': {'uri': 'u'}, 'x': 1}}"_ba
                                      << u"algorithmSpecification.containerImage.uri"_s
                                      << "{'algorithmSpecification': {'x': 1}}"_ba;
        QTest::newRow("a row keeps its place") << "{'inputDataConfig': [{'channelName': 'a'}]}"_ba
                                               << u"inputDataConfig[0].channelName"_s << "{'inputDataConfig': [{}]}"_ba;
        QTest::newRow("last row") << "{'inputDataConfig': [{'channelName': 'a'}]}"_ba << u"inputDataConfig[0]"_s
                                  << "{}"_ba;
        QTest::newRow("last map value") << "{'tags': {'a': ''}}"_ba << u"tags.a"_s << "{}"_ba;
        QTest::newRow("absent") << "{'tags': {}}"_ba << u"tags.a"_s << "{'tags': {}}"_ba;
        QTest::newRow("absent parent") << "{'jobName': 'a'}"_ba << u"stoppingCondition.maxRuntimeInSeconds"_s
                                       << "{'jobName': 'a'}"_ba;
        QTest::newRow("everything") << "{'jobName': 'a'}"_ba << u""_s << "{}"_ba;
    }

    void removingPrunesWhatItLeavesEmpty()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QString, path);
        QFETCH(const QByteArray, after);
        JobSpec spec(fromText(before));
        spec.remove(Path::parse(path));
        QCOMPARE(spec, JobSpec(fromText(after)));
    }

    void textIsEmptyForWhatIsNoText()
    {
        const JobSpec spec(fromText("{'jobName': ['a'], 'instanceConfig': {'volumeSizeInGb': 30}}"));
        QCOMPARE(spec.text(u"jobName"), QString());
        QCOMPARE(spec.text(u"roleArn"), QString());
        QCOMPARE(spec.text(u"instanceConfig.volumeSizeInGb"), u"30"_s);
    }

    void aDifferenceIsNamedWhereItStands_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("none") << "{'a': 1, 'b': 2}"_ba
                              << "{'b': 2, 'a': 1}"_ba << QStringList();
        QTest::newRow("changed, removed, added")
            << "{'a': 1, 'b': {'c': 1, 'd': 1}}"_ba
            << "{'b': {'c': 2, 'e': 1}, 'f': 1}"_ba << QStringList{u"a"_s, u"b.c"_s, u"b.d"_s, u"b.e"_s, u"f"_s};
        QTest::newRow("items") << "{'l': [1, {'x': 1}]}"_ba
                               << "{'l': [1, {'x': 2}, 3]}"_ba << QStringList{u"l[1].x"_s, u"l[2]"_s};
        QTest::newRow("other kind") << "{'a': {'b': 1}}"_ba
                                    << "{'a': [1]}"_ba << QStringList{u"a"_s};
        QTest::newRow("no documents") << "1"_ba
                                      << "2"_ba << QStringList{u""_s};
    }

    void aDifferenceIsNamedWhereItStands()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const QStringList, paths);
        QStringList found;
        const QList<Path> differences = diff(JobSpec(fromText(before)), JobSpec(fromText(after)));
        for (const Path &path : differences)
            found << path.toString();
        QCOMPARE(found, paths);
    }
};

QTEST_APPLESS_MAIN(tst_JobSpec)
#include "tst_jobspec.moc"
