#include "flows/pack/lookinside.h"
#include "gui/job/jobdocument.h"
#include "gui/storage/factskeeper.h"
#include "gui/storage/storagedesk.h"
#include "gui/support/stage.h"
#include "support/patience.h"

#include <QAction>
#include <QCoroTask>
#include <QUndoStack>

#include <algorithm>

using namespace braketeer;
using namespace braketeer::gui;
using namespace braketeer::test;
using namespace Qt::StringLiterals;

namespace {

const QString home = u"s3://amazon-braket-us-west-2-000000000000/"_s;
const QString far = u"s3://amazon-braket-eu-north-1-000000000000/"_s;
const QString scriptKey = u"jobs/bell-pair/1767603600000/script/source.tar.gz"_s;
const QString scriptMember = u"algorithmSpecification.scriptModeConfig.s3Uri"_s;
const QString entryPointMember = u"algorithmSpecification.scriptModeConfig.entryPoint"_s;
const QString inputMember = u"inputDataConfig[0].dataSource.s3DataSource.s3Uri"_s;

job::Path at(const QString &member)
{
    return job::Path::parse(member);
}

/// "V14 error", "V46 skipped": what was seen in S3 at one place of the document.
QStringList seen(const JobDocument &document, const QString &member)
{
    QStringList found;
    for (const job::Finding &finding : document.findingsFor(at(member))) {
        if (finding.id != u"V14" && finding.id != u"V45" && finding.id != u"V46")
            continue;
        const bool error = finding.severity == job::Severity::Error;
        const bool skipped = finding.severity == job::Severity::Skipped;
        const bool info = finding.severity == job::Severity::Info;
        found << finding.id + (error ? u" error"_s : skipped ? u" skipped"_s : info ? u" info"_s : u" warning"_s);
    }
    return found;
}

job::StorageFacts missing(const QString &uri)
{
    job::StorageFacts facts;
    facts.places.insert(uri, {job::PlaceFact::State::Nothing});
    return facts;
}

} // namespace

/// What is seen in S3, as findings of the document in the window.
class tst_StorageFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void factsAreFindingsUntilThePlaceIsEdited()
    {
        JobDocument document;
        document.setText(at(scriptMember), home + u"gone.tar.gz"_s);
        QSignalSpy changes(&document, &JobDocument::findingsChanged);
        document.setStorageFacts(missing(home + u"gone.tar.gz"_s));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(seen(document, scriptMember), QStringList{u"V14 error"_s});
        document.setStorageFacts(missing(home + u"gone.tar.gz"_s));
        QCOMPARE(changes.size(), 1); // nothing new

        document.setText(at(u"jobName"_s), u"bell"_s); // another field changes nothing about it
        QCOMPARE(seen(document, scriptMember), QStringList{u"V14 error"_s});
        document.setText(at(scriptMember), home + u"gone.tar.g"_s);
        QCOMPARE(seen(document, scriptMember), QStringList());
        document.undoStack()->undo();
        document.setStorageFacts({});
        QCOMPARE(seen(document, scriptMember), QStringList());
    }

    void regionsAreJudgedByTheJobsOwn()
    {
        JobDocument document;
        document.setText(at(scriptMember), far + scriptKey);
        job::StorageFacts facts;
        job::BucketFact north;
        north.state = job::BucketFact::State::There;
        north.region = u"eu-north-1"_s;
        facts.buckets.insert(u"amazon-braket-eu-north-1-000000000000"_s, north);
        document.setStorageFacts(facts);
        QCOMPARE(seen(document, scriptMember), QStringList());
        document.setRegion(u"us-west-2"_s);
        QCOMPARE(seen(document, scriptMember), QStringList{u"V45 error"_s});
        document.setRegion(u"eu-north-1"_s);
        QCOMPARE(seen(document, scriptMember), QStringList());
    }

    void whatIsSeenInS3IsAFinding_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("script in another region") << scriptMember << far + scriptKey << QStringList{u"V45 error"_s};
        QTest::newRow("output in another region")
            << u"outputDataConfig.s3Path"_s << far + u"out"_s << QStringList{u"V45 error"_s};
        QTest::newRow("no such bucket") << scriptMember << u"s3://braketeer-no-such-bucket/a.tar.gz"_s
                                        << QStringList{u"V45 error"_s};
        QTest::newRow("no such script") << scriptMember << home + u"jobs/gone.tar.gz"_s << QStringList{u"V14 error"_s};
        QTest::newRow("script is a folder")
            << scriptMember << home + u"jobs/bell-pair"_s << QStringList{u"V14 error"_s};
        QTest::newRow("script may not be read")
            << scriptMember << u"s3://sandbox-no-reading/"_s + scriptKey << QStringList{u"V14 skipped"_s};
        QTest::newRow("input is there") << inputMember << home + u"data/"_s << QStringList{u"V46 info"_s};
        QTest::newRow("no such input") << inputMember << home + u"nothing/"_s << QStringList{u"V46 warning"_s};
        QTest::newRow("input may not be listed")
            << inputMember << u"s3://sandbox-no-listing/data/"_s << QStringList{u"V46 skipped"_s};
    }

    void whatIsSeenInS3IsAFinding()
    {
        QFETCH(const QString, member);
        QFETCH(const QString, uri);
        QFETCH(const QStringList, expected);
        // Beside it an input that is not there: its finding tells that the look is over.
        const bool isInput = member == inputMember;
        const QString mark = u"inputDataConfig[%1].dataSource.s3DataSource.s3Uri"_s.arg(isInput ? 1 : 0);
        Stage stage;
        const auto window = stage.openWindow();
        JobDocument &document = window->document();
        document.setText(at(member), uri);
        document.setText(at(mark), home + u"not-there/"_s);
        QTRY_COMPARE_WITH_TIMEOUT(seen(document, mark), QStringList{u"V46 warning"_s}, patience);
        QCOMPARE(seen(document, member), expected);
    }

    void theSampleNamesWhatTheDemoHas()
    {
        Stage stage;
        const auto window = stage.openWindow();
        JobDocument &document = window->document();
        document.reset({});
        auto *const sample = window->findChild<QAction *>(u"action.file.sample"_s);
        QVERIFY(sample);
        sample->trigger();
        document.setText(at(inputMember), home + u"not-there/"_s);
        QTRY_COMPARE_WITH_TIMEOUT(seen(document, inputMember), QStringList{u"V46 warning"_s}, patience);
        QStringList errors;
        for (const job::Finding &finding : document.findings()) {
            if (finding.severity == job::Severity::Error && !finding.path.toString().startsWith(u"inputDataConfig"))
                errors << finding.id;
        }
        QCOMPARE(errors, QStringList{u"V11"_s}); // the planted one

        // And its fix names what is in the archive.
        const auto wrong = std::ranges::find(document.findings(), u"V11"_s, &job::Finding::id);
        QVERIFY(wrong->fix);
        QCOMPARE(wrong->fix->value.toText(), u"bell"_s);
        const auto script = core::S3Uri::parse(document.text(at(scriptMember)));
        QVERIFY(script);
        const auto inside = QCoro::waitFor(flows::lookInside(window->sessionKeeper().session(), *script));
        QVERIFY(inside);
        QVERIFY(archive::checkEntryPoint(inside->contents, u"bell"_s).isEmpty());
        QVERIFY(inside->warnings.isEmpty());
        QCOMPARE(inside->entryPoints.candidates.first().text, u"bell"_s);
    }

    void whatIsMendedInS3IsSeenByTheNextCheck()
    {
        Stage stage;
        const auto window = stage.openWindow();
        JobDocument &document = window->document();
        document.setText(at(scriptMember), home + u"late.tar.gz"_s);
        QTRY_COMPARE_WITH_TIMEOUT(seen(document, scriptMember), QStringList{u"V14 error"_s}, patience);
        QVERIFY(stage.service->putObject("amazon-braket-us-west-2-000000000000", "late.tar.gz", "x"));
        window->findChild<QAction *>(u"action.job.check"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(seen(document, scriptMember), QStringList(), patience);
    }
};

QTEST_MAIN(tst_StorageFacts)
#include "tst_storagefacts.moc"
