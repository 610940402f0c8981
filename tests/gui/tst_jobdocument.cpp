#include "gui/job/jobdocument.h"

#include <QSignalSpy>
#include <QTest>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;

namespace {

const job::Path jobName = job::Path::parse(u"jobName");
const job::Path kmsKey = job::Path::parse(u"outputDataConfig.kmsKeyId");
const job::Path entryPoint = job::Path::parse(u"algorithmSpecification.scriptModeConfig.entryPoint");

job::Findings errorsAt(const JobDocument &document, const job::Path &path)
{
    job::Findings errors;
    for (const job::Finding &finding : document.findingsFor(path)) {
        if (finding.severity == job::Severity::Error)
            errors.append(finding);
    }
    return errors;
}

} // namespace

class tst_JobDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aClearedFieldIsAbsent()
    {
        JobDocument document;
        document.setText(kmsKey, u"alias/mine"_s);
        QCOMPARE(document.text(kmsKey), u"alias/mine"_s);
        document.setText(kmsKey, QString());
        QVERIFY(!document.find(kmsKey));
        QVERIFY(!document.find(job::Path::parse(u"outputDataConfig")));
    }

    void typingMergesUntilTheFieldIsLeft()
    {
        JobDocument document;
        for (const QString &text : {u"b"_s, u"be"_s, u"bell"_s})
            document.setText(jobName, text);
        QCOMPARE(document.undoStack()->count(), 1);
        document.endTyping();
        document.setText(jobName, u"bells"_s);
        QCOMPARE(document.undoStack()->count(), 2);
        document.undoStack()->undo();
        QCOMPARE(document.text(jobName), u"bell"_s);
        document.undoStack()->undo();
        QVERIFY(!document.find(jobName));
        document.undoStack()->redo();
        QCOMPARE(document.text(jobName), u"bell"_s);
    }

    void anotherFieldIsAnotherStep()
    {
        JobDocument document;
        document.setText(jobName, u"bell"_s);
        document.setText(kmsKey, u"alias/mine"_s);
        QCOMPARE(document.undoStack()->count(), 2);
    }

    void typingAndDeletingAgainLeavesNoStep()
    {
        JobDocument document;
        document.setText(jobName, u"b"_s);
        document.setText(jobName, QString());
        QCOMPARE(document.undoStack()->count(), 0);
        QVERIFY(!document.isModified());
    }

    void typingAfterAnUndoIsAStepOfItsOwn()
    {
        JobDocument document;
        document.setText(jobName, u"bell"_s);
        document.endTyping();
        document.setText(jobName, u"bells"_s);
        document.undoStack()->undo();
        document.setText(jobName, u"bell-2"_s);
        document.undoStack()->undo();
        QCOMPARE(document.text(jobName), u"bell"_s);
    }

    void anImportIsOneStep()
    {
        JobDocument document;
        document.setText(jobName, u"before"_s);
        job::JobSpec imported;
        imported.set(jobName, job::Value::text(u"after"_s));
        imported.set(kmsKey, job::Value::text(u"alias/mine"_s));
        QSignalSpy replaced(&document, &JobDocument::replaced);
        QSignalSpy changed(&document, &JobDocument::changed);
        document.replace(imported, u"Open after.json"_s);
        QCOMPARE(document.undoStack()->undoText(), u"Open after.json"_s);
        QVERIFY(document.spec() == imported);
        document.undoStack()->undo();
        QCOMPARE(document.text(jobName), u"before"_s);
        QVERIFY(!document.find(kmsKey));
        QCOMPARE(replaced.count(), 2);
        QCOMPARE(changed.count(), 0);
    }

    void resetForgetsTheSteps()
    {
        JobDocument document;
        document.setText(jobName, u"before"_s);
        job::JobSpec other;
        other.set(jobName, job::Value::text(u"other"_s));
        document.reset(other, u"/home/me/other.json"_s);
        QCOMPARE(document.undoStack()->count(), 0);
        QCOMPARE(document.fileName(), u"/home/me/other.json"_s);
        QVERIFY(!document.isModified());
    }

    void undoingBackToTheSavedFormIsNotModified()
    {
        JobDocument document;
        document.setText(jobName, u"bell"_s);
        document.markSaved();
        QSignalSpy modified(&document, &JobDocument::modifiedChanged);
        document.setText(jobName, u"bells"_s);
        QVERIFY(document.isModified());
        document.undoStack()->undo();
        QVERIFY(!document.isModified());
        QCOMPARE(document.text(jobName), u"bell"_s);
        QCOMPARE(modified.count(), 2);
    }

    void settingWhatIsThereAlreadyIsNoStep()
    {
        JobDocument document;
        document.setText(jobName, u"bell"_s);
        document.endTyping();
        QSignalSpy changed(&document, &JobDocument::changed);
        document.setText(jobName, u"bell"_s);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(document.undoStack()->count(), 1);
    }

    void findingsFollowEveryEdit()
    {
        JobDocument document;
        QVERIFY(!errorsAt(document, jobName).isEmpty()); // required
        bool upToDate = false;
        connect(&document, &JobDocument::changed, this, [&] { upToDate = errorsAt(document, jobName).isEmpty(); });
        document.setText(jobName, u"bell"_s);
        QVERIFY(upToDate);
        document.setText(jobName, u"bell_pair"_s);
        QVERIFY(!errorsAt(document, jobName).isEmpty());
    }

    void findingsAreThoseOfAFullCheck()
    {
        JobDocument edited;
        edited.setText(jobName, u"bell_pair"_s);
        edited.set(job::Path::parse(u"unknownMember"), job::Value::number(1));
        edited.setText(job::Path::parse(u"hyperParameters.alpha"), u"a\nb"_s);
        edited.setText(entryPoint, u"bell.py"_s);
        edited.remove(job::Path::parse(u"unknownMember"));
        JobDocument loaded;
        loaded.reset(edited.spec());
        QCOMPARE(edited.findings(), loaded.findings());
        QVERIFY(!edited.findings().isEmpty());
    }

    void aFixIsAppliedAsAStep()
    {
        JobDocument document;
        document.setText(entryPoint, u"bell.py"_s);
        const job::Findings findings = document.findingsFor(entryPoint);
        const auto fixable = std::find_if(findings.cbegin(), findings.cend(),
                                          [](const job::Finding &finding) { return finding.fix.has_value(); });
        QVERIFY(fixable != findings.cend());
        document.applyFix(*fixable);
        QCOMPARE(document.text(entryPoint), u"bell"_s);
        document.undoStack()->undo();
        QCOMPARE(document.text(entryPoint), u"bell.py"_s);
    }

    void aDocumentThatIsNoMapBecomesOneByEditing()
    {
        JobDocument document;
        document.reset(job::JobSpec(job::Value::text(u"oops"_s)));
        QVERIFY(!document.findings().isEmpty());
        document.setText(jobName, u"bell"_s);
        QCOMPARE(document.text(jobName), u"bell"_s);
        JobDocument fresh;
        fresh.setText(jobName, u"bell"_s);
        QCOMPARE(document.findings(), fresh.findings());
        document.undoStack()->undo();
        QVERIFY(document.spec().root().isText());
    }

    void theLargestDocumentIsCheckedWithinAFrame()
    {
        JobDocument document;
        job::JobSpec largest;
        for (int i = 0; i < 100; ++i)
            largest.set(job::Path::parse(u"hyperParameters.p%1"_s.arg(i)), job::Value::text(QString(2500, u'x')));
        document.reset(largest);
        QBENCHMARK
        {
            document.setText(job::Path::parse(u"hyperParameters.p50"), QString(2499, u'y'));
            document.setText(job::Path::parse(u"hyperParameters.p50"), QString(2500, u'y'));
        }
        QVERIFY(document.findingsFor(job::Path::parse(u"hyperParameters.p50")).isEmpty());
    }

    void aFixOfAnUnknownMemberKeepsWhatWasEditedSince()
    {
        JobDocument document;
        job::JobSpec spec;
        spec.set(job::Path().child(u"job-name"_s), job::Value::text(u"bell"_s));
        spec.set(job::Path::parse(u"roleArn"), job::Value::text(u"before"_s));
        document.reset(spec);
        const auto offered = [&document] {
            const job::Findings findings = document.findingsFor(job::Path().child(u"job-name"_s));
            return findings.isEmpty() ? job::Finding() : findings.constFirst();
        };
        QVERIFY(offered().fix);
        document.setText(job::Path::parse(u"roleArn"), u"after"_s);
        document.setText(job::Path::parse(u"outputDataConfig.s3Path"), u"s3://b/k"_s);
        document.applyFix(offered());
        QCOMPARE(document.text(job::Path::parse(u"jobName")), u"bell"_s);
        QCOMPARE(document.text(job::Path::parse(u"roleArn")), u"after"_s);
        QCOMPARE(document.text(job::Path::parse(u"outputDataConfig.s3Path")), u"s3://b/k"_s);
    }

    void aNameIsNotOfferedOnceItIsTaken()
    {
        JobDocument document;
        job::JobSpec spec;
        spec.set(job::Path().child(u"job-name"_s), job::Value::text(u"bell"_s));
        document.reset(spec);
        document.setText(job::Path::parse(u"jobName"), u"ghz"_s);
        const job::Findings findings = document.findingsFor(job::Path().child(u"job-name"_s));
        QCOMPARE(findings.size(), 1);
        QVERIFY(!findings.constFirst().fix);
    }
};

QTEST_MAIN(tst_JobDocument)
#include "tst_jobdocument.moc"
