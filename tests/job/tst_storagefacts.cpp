#include "fromjson.h"

#include "job/rules/storagefacts.h"

#include <QLocale>
#include <QTest>

using namespace braketeer::job;
using namespace Qt::StringLiterals;
using test::fromText;

namespace {

using Bucket = BucketFact::State;
using State = PlaceFact::State;

const QString script = u"algorithmSpecification.scriptModeConfig.s3Uri"_s;
const QString input = u"inputDataConfig[0].dataSource.s3DataSource.s3Uri"_s;

JobSpec spec()
{
    return JobSpec(fromText(R"({
        'algorithmSpecification': {'scriptModeConfig': {'s3Uri': 's3://one/source.tar.gz'}},
        'inputDataConfig': [{'dataSource': {'s3DataSource': {'s3Uri': 's3://one/data/'}}}],
        'outputDataConfig': {'s3Path': 's3://two/out'},
        'checkpointConfig': {'s3Uri': 's3://two/checkpoints'}
    })"));
}

BucketFact in(Bucket state, const QString &region = {})
{
    BucketFact fact;
    fact.state = state;
    fact.region = region;
    return fact;
}

/// All is as it should be.
StorageFacts good()
{
    StorageFacts facts;
    facts.buckets = {{u"one"_s, in(Bucket::There, u"us-west-2"_s)}, {u"two"_s, in(Bucket::There, u"us-west-2"_s)}};
    facts.places = {{u"s3://one/source.tar.gz"_s, {State::Object}}, {u"s3://one/data/"_s, {State::Prefix}}};
    return facts;
}

/// "V45 error outputDataConfig.s3Path" for each finding.
QStringList lines(const StorageFacts &facts, const QString &region = u"us-west-2"_s)
{
    static const QStringList severities{u"error"_s, u"warning"_s, u"info"_s, u"skipped"_s};
    QStringList list;
    const Findings findings = checkStorage(spec(), {region}, facts);
    for (const Finding &finding : findings)
        list << finding.id + u' ' + severities.at(int(finding.severity)) + u' ' + finding.path.toString();
    return list;
}

} // namespace

/// Findings about what was seen in S3.
class tst_StorageFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyPlaceOfTheDocumentIsNamed()
    {
        QStringList found;
        for (const StoragePlace &place : storagePlaces(spec()))
            found << place.path.toString() + u' ' + place.uri + u' ' + QString::number(int(place.kind));
        QCOMPARE(found, (QStringList{script + u" s3://one/source.tar.gz 0"_s, input + u" s3://one/data/ 1"_s,
                                     u"outputDataConfig.s3Path s3://two/out 2"_s,
                                     u"checkpointConfig.s3Uri s3://two/checkpoints 2"_s}));
    }

    void whatIsNoPlaceIsLeftOut()
    {
        QVERIFY(storagePlaces(JobSpec()).isEmpty());
        QVERIFY(storagePlaces(JobSpec(fromText(R"({'outputDataConfig': {'s3Path': 'https://b/k'},
            'inputDataConfig': 'none', 'checkpointConfig': {'s3Uri': 7}})")))
                    .isEmpty());
    }

    void whatIsUnknownIsPassedOver() { QCOMPARE(lines({}), QStringList()); }

    void whatIsRightHasNoFindings() { QCOMPARE(lines(good()), QStringList()); }

    void anotherRegionIsAnError()
    {
        StorageFacts facts = good();
        facts.buckets[u"two"_s].region = u"eu-west-2"_s;
        QCOMPARE(lines(facts),
                 (QStringList{u"V45 error outputDataConfig.s3Path"_s, u"V45 error checkpointConfig.s3Uri"_s}));
        QCOMPARE(lines(facts, {}), QStringList()); // the job's own region is not known
        const QString message = checkStorage(spec(), {u"us-west-2"_s}, facts).first().message;
        QVERIFY(message.contains(u"eu-west-2"_s) && message.contains(u"us-west-2"_s) && message.contains(u"two"_s));
    }

    void aMissingBucketIsAnErrorAndNoMore()
    {
        StorageFacts facts = good();
        facts.buckets[u"one"_s] = in(Bucket::Missing);
        facts.places[u"s3://one/source.tar.gz"_s].state = State::Nothing;
        QCOMPARE(lines(facts), (QStringList{u"V45 error "_s + script, u"V45 error "_s + input}));
    }

    void aScriptIsOneObject_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("object") << int(State::Object) << QStringList();
        QTest::newRow("folder") << int(State::Prefix) << QStringList{u"V14 error "_s + script};
        QTest::newRow("nothing") << int(State::Nothing) << QStringList{u"V14 error "_s + script};
        QTest::newRow("denied") << int(State::Denied) << QStringList{u"V14 skipped "_s + script};
    }

    void aScriptIsOneObject()
    {
        QFETCH(const int, state);
        StorageFacts facts = good();
        facts.places[u"s3://one/source.tar.gz"_s].state = State(state);
        QTEST(lines(facts), "expected");
    }

    void anInputHasSomethingInIt_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("object") << int(State::Object) << QStringList();
        QTest::newRow("folder") << int(State::Prefix) << QStringList();
        QTest::newRow("nothing") << int(State::Nothing) << QStringList{u"V46 warning "_s + input};
        QTest::newRow("denied") << int(State::Denied) << QStringList{u"V46 skipped "_s + input};
    }

    void anInputHasSomethingInIt()
    {
        QFETCH(const int, state);
        StorageFacts facts = good();
        facts.places[u"s3://one/data/"_s].state = State(state);
        QTEST(lines(facts), "expected");
    }

    void whatAnInputHoldsIsSaid_data()
    {
        QTest::addColumn<bool>("hasMore");
        QTest::addColumn<QString>("message");
        QTest::newRow("all counted") << false << u"3 object(s), %1 in all."_s;
        QTest::newRow("more") << true << u"More than 3 object(s) and %1; the rest was not counted."_s;
    }

    void whatAnInputHoldsIsSaid()
    {
        QFETCH(const bool, hasMore);
        QFETCH(const QString, message);
        StorageFacts facts = good();
        facts.places[u"s3://one/data/"_s] = {State::Prefix, 3, 2048, hasMore};
        QCOMPARE(lines(facts), QStringList{u"V46 info "_s + input});
        const QString size = QLocale().formattedDataSize(2048, 1, QLocale::DataSizeTraditionalFormat);
        QCOMPARE(checkStorage(spec(), {u"us-west-2"_s}, facts).first().message, message.arg(size));
    }

    void anEmptyScriptIsAFinding_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("severity");
        QTest::newRow("archive") << u"s3://one/source.tar.gz"_s << u"error"_s;
        QTest::newRow("file") << u"s3://one/bell.py"_s << u"warning"_s;
    }

    void anEmptyScriptIsAFinding()
    {
        QFETCH(const QString, uri);
        QFETCH(const QString, severity);
        StorageFacts facts = good();
        facts.places[uri] = {State::Object, 1, 0, false};
        JobSpec changed = spec();
        changed.set(Path::parse(script), Value::text(uri));
        const Findings findings = checkStorage(changed, {u"us-west-2"_s}, facts);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().id, u"V14"_s);
        QCOMPARE(findings.first().severity, severity == u"error" ? Severity::Error : Severity::Warning);
        facts.places[uri].bytes = 1;
        QVERIFY(checkStorage(changed, {u"us-west-2"_s}, facts).isEmpty());
    }

    void whatMayNotBeLookedAtIsSaidOnce()
    {
        StorageFacts facts = good();
        facts.buckets[u"one"_s] = in(Bucket::Denied);
        facts.places[u"s3://one/source.tar.gz"_s].state = State::Denied;
        facts.places[u"s3://one/data/"_s].state = State::Denied;
        QCOMPARE(lines(facts), (QStringList{u"V14 skipped "_s + script, u"V46 skipped "_s + input}));
        facts.places[u"s3://one/data/"_s].state = State::Prefix; // and the bucket's region is not known
        QCOMPARE(lines(facts), (QStringList{u"V14 skipped "_s + script, u"V45 skipped "_s + input}));
    }

    void aBucketThatJobsAreNotLetIntoIsAWarning_data()
    {
        using Admission = BucketFact::Admission;
        QTest::addColumn<int>("admission");
        QTest::addColumn<QString>("words"); ///< empty: no finding
        QTest::newRow("not known") << int(Admission::Unknown) << QString();
        QTest::newRow("given") << int(Admission::Given) << QString();
        QTest::newRow("no tag") << int(Admission::NoTag) << u"do not let jobs into"_s;
        QTest::newRow("tags do not count") << int(Admission::TagsDoNotCount) << u"ABAC is not enabled"_s;
        QTest::newRow("denied") << int(Admission::Denied) << u"is not known"_s;
    }

    void aBucketThatJobsAreNotLetIntoIsAWarning()
    {
        QFETCH(const int, admission);
        QFETCH(const QString, words);
        StorageFacts facts = good();
        facts.buckets[u"two"_s].admission = BucketFact::Admission(admission);
        const QString first = u"V44 warning outputDataConfig.s3Path"_s; // and not at the checkpoints again
        QCOMPARE(lines(facts), words.isEmpty() ? QStringList() : QStringList{first});
        if (!words.isEmpty())
            QVERIFY(checkStorage(spec(), {u"us-west-2"_s}, facts).first().message.contains(words));
    }

    void notAllowedToLookIsNoError()
    {
        StorageFacts facts = good();
        facts.buckets[u"two"_s] = in(Bucket::Denied);
        QVERIFY(!blocks(checkStorage(spec(), {u"us-west-2"_s}, facts)));
        QCOMPARE(lines(facts).size(), 2);
    }
};

QTEST_APPLESS_MAIN(tst_StorageFacts)
#include "tst_storagefacts.moc"
