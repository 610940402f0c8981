#include "exchange/json/readjson.h"
#include "exchange/randomtext.h"
#include "exchange/template/jobtemplate.h"
#include "exchange/template/placetext.h"
#include "job/rules/check.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace braketeer;
using namespace braketeer::exchange;
using namespace Qt::StringLiterals;
using job::JobSpec;
using job::Path;
using job::Value;

namespace {

QByteArray sample()
{
    QFile file(QStringLiteral(BRAKETEER_TEST_DATA "/../exchange/code/template.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

JobTemplate read(const QByteArray &text)
{
    const auto content = readTemplate(text);
    return content ? *content : JobTemplate{content.error().text(), {}, {}, {}};
}

QHash<QString, QString> sampleValues()
{
    return {{u"name"_s, u"x"_s}, {u"device"_s, u"local:none/none"_s}};
}

QStringList idsOf(const job::Findings &findings)
{
    QStringList ids;
    for (const job::Finding &finding : findings)
        ids << finding.id + u' ' + finding.key;
    return ids;
}

/// The default, or the example where there is none: what somebody fills in who knows nothing better.
QHash<QString, QString> examplesOf(const JobTemplate &content)
{
    QHash<QString, QString> values;
    for (const Place &place : content.places)
        values.insert(place.name, place.defaultText.isEmpty() ? place.example : place.defaultText);
    return values;
}

} // namespace

class tst_CodeTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theHeaderSaysWhatIsToBeFilledIn()
    {
        const JobTemplate content = read(sample());
        QCOMPARE(content.name, u"Bell"_s);
        QCOMPARE(content.description, u"Two qubits."_s);
        QStringList names;
        for (const Place &place : content.places)
            names << place.name + u'/' + place.label + u'/' + QString::number(place.uses.size());
        QCOMPARE(names, (QStringList{u"seconds/Longest run/1"_s, u"shots/shots/2"_s, u"data/Data/1"_s,
                                     u"device/device/1"_s, u"name/name/1"_s}));
        QCOMPARE(content.places.constFirst().minimum, std::optional<qint64>(60));
        QVERIFY(!content.document.find(u"template"));
    }

    void placesAreFilledByValuesAndDefaults()
    {
        const FilledTemplate filled = fillTemplate(read(sample()), sampleValues());
        QCOMPARE(idsOf(filled.findings), QStringList());
        QCOMPARE(filled.spec.text(u"jobName"), u"bell-1000-x"_s);
        QVERIFY(filled.spec.find(Path::parse(u"stoppingCondition.maxRuntimeInSeconds"))->isNumber());
        QVERIFY(filled.spec.find(Path::parse(u"hyperParameters.shots"))->isText());
        QCOMPARE(filled.spec.text(u"hyperParameters.braces"), u"{{x}}"_s);
        QVERIFY(!filled.spec.find(Path::parse(u"inputDataConfig"))); // a channel without data is none
    }

    void anOptionalPlaceThatIsGivenIsThere()
    {
        auto values = sampleValues();
        values.insert(u"data"_s, u"s3://b/k"_s);
        const FilledTemplate filled = fillTemplate(read(sample()), values);
        QCOMPARE(filled.spec.text(u"inputDataConfig[0].dataSource.s3DataSource.s3Uri"), u"s3://b/k"_s);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("missing") << u"name"_s << u""_s << QStringList{u"T-missing name"_s};
        QTest::newRow("unknown") << u"nmae"_s << u"x"_s << QStringList{u"T-unknown nmae"_s};
        QTest::newRow("no number") << u"shots"_s << u"10x"_s << QStringList{u"T-type shots"_s};
        QTest::newRow("a number written otherwise") << u"shots"_s << u"010"_s << QStringList{u"T-type shots"_s};
        QTest::newRow("too small") << u"seconds"_s << u"59"_s << QStringList{u"T-type seconds"_s};
        QTest::newRow("too large") << u"seconds"_s << u"432001"_s << QStringList{u"T-type seconds"_s};
        QTest::newRow("no choice") << u"device"_s << u"local:other/x"_s << QStringList{u"T-choice device"_s};
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QFETCH(const QStringList, ids);
        auto values = sampleValues();
        values.insert(name, value);
        const FilledTemplate filled = fillTemplate(read(sample()), values);
        QCOMPARE(idsOf(filled.findings), ids);
        QVERIFY(job::blocks(filled.findings));
    }

    void aFileThatIsNoTemplateIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a list") << "[1]"_ba;
        QTest::newRow("braces without a name") << "{\"jobName\": \"a {{ b\"}"_ba;
        QTest::newRow("a name with a blank in it") << "{\"jobName\": \"{{a b}}\"}"_ba;
        QTest::newRow("a header of another shape") << "{\"template\": \"x\"}"_ba;
        QTest::newRow("places that are none") << "{\"template\": {\"places\": [\"x\"]}}"_ba;
        QTest::newRow("a place of another shape") << "{\"template\": {\"places\": {\"x\": 1}}}"_ba;
        QTest::newRow("a type that nobody knows") << "{\"template\": {\"places\": {\"x\": {\"type\": \"date\"}}}}"_ba;
        QTest::newRow("a choice of nothing") << "{\"template\": {\"places\": {\"x\": {\"type\": \"choice\"}}}}"_ba;
        QTest::newRow("a name that is none") << "{\"template\": {\"places\": {\"1x\": {}}}}"_ba;
    }

    void aFileThatIsNoTemplateIsRefused()
    {
        QFETCH(const QByteArray, text);
        const auto content = readTemplate(text);
        QVERIFY(!content);
        QCOMPARE(content.error().kind, core::Error::Kind::Usage);
    }

    void aValueStaysInItsText()
    {
        const JobTemplate content = read(
            "{\"jobName\": \"a-{{x}}-b\", \"tags\": {\"k\": \"{{x}}\", \"plain\": \"{{y}}\"}}"_ba);
        QRandomGenerator random(23);
        for (int i = 0; i < 10'000; ++i) {
            const QString text = u"{{y}}\", \"z\": {"_s.left(random.bounded(16)) + randomText(random, 12) + u'x';
            const FilledTemplate filled = fillTemplate(content, {{u"x"_s, text}, {u"y"_s, u"y"_s}});
            QCOMPARE(filled.spec.root(),
                     Value::map(
                         {{u"jobName"_s, Value::text(u"a-"_s + text + u"-b"_s)},
                          {u"tags"_s, Value::map({{u"k"_s, Value::text(text)}, {u"plain"_s, Value::text(u"y"_s)}})}}));
        }
    }

    void aDocumentSavedAsATemplateComesBackWhole()
    {
        QRandomGenerator random(29);
        for (int i = 0; i < 1000; ++i) {
            JobSpec spec;
            spec.set(Path::parse(u"jobName"),
                     Value::text(u"{{{{a}}{"_s.mid(random.bounded(8)) + randomText(random, 8)));
            spec.set(Path().child(u"hyperParameters"_s).child(u"k"_s + randomText(random, 4)), Value::text(u"{{x}}"_s));
            JobSpec withToken = spec;
            withToken.set(Path::parse(u"clientToken"), Value::text(u"t"_s));
            const QByteArray file = writeTemplate(templateOf(withToken, u"It's \"mine\""_s, u"é"_s));
            const JobTemplate content = read(file);
            QCOMPARE(content.name, u"It's \"mine\""_s);
            QCOMPARE(content.places.size(), 0);
            QVERIFY2(fillTemplate(content, {}).spec == spec, file.constData());
        }
    }

    void writingKeepsTheHeader()
    {
        const JobTemplate content = read(sample());
        const JobTemplate again = read(writeTemplate(content));
        QVERIFY2(again == content, writeTemplate(content).constData());
    }

    void everyBuiltInTemplateIsCorrect_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(BRAKETEER_TEST_DATA "/../../resources/templates"));
        for (const QString &name : folder.entryList({u"*.yaml"_s}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    void everyBuiltInTemplateIsCorrect()
    {
        QFETCH(const QString, file);
        QFile input(file);
        QVERIFY(input.open(QIODevice::ReadOnly));
        const auto content = readTemplate(input.readAll());
        QVERIFY2(content, content ? "" : qPrintable(content.error().text()));
        QVERIFY(!content->name.isEmpty() && !content->description.isEmpty());
        for (const Place &place : content->places)
            QVERIFY2(!place.uses.isEmpty() && place.label != place.name, qPrintable(place.name));
        const FilledTemplate filled = fillTemplate(*content, examplesOf(*content));
        QCOMPARE(idsOf(filled.findings), QStringList());
        const QString region = filled.spec.text(u"deviceConfig.device").contains("us-east-1"_L1) ? u"us-east-1"_s
                                                                                                 : u"us-west-2"_s;
        const job::Findings findings = job::check(filled.spec, {.region = region});
        for (const job::Finding &finding : findings)
            QVERIFY2(finding.severity != job::Severity::Error && finding.severity != job::Severity::Warning,
                     qPrintable(finding.id + u' ' + finding.path.toString() + u' ' + finding.message));
        // Optional places left empty must leave a document that is right, too.
        QHash<QString, QString> least = examplesOf(*content);
        for (const Place &place : content->places) {
            if (place.optional)
                least.remove(place.name);
        }
        QVERIFY(!job::blocks(job::check(fillTemplate(*content, least).spec, {.region = region})));
    }
};

QTEST_APPLESS_MAIN(tst_CodeTemplate)
#include "tst_code_template.moc"
