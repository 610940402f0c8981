#include "gui/job/jobdocument.h"
#include "gui/job/sectionpage.h"
#include "gui/job/sections.h"
#include "gui/kit/editcontext.h"
#include "gui/kit/fieldnote.h"
#include "gui/kit/integerspin.h"
#include "gui/kit/keyvalueedit.h"
#include "gui/kit/keyvaluemodel.h"
#include "gui/kit/valueedit.h"
#include "job/schema/schema.h"
#include "support/patience.h"

#include <QTest>
#include <QtWidgets>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;

namespace {

job::Path path(const QString &text)
{
    return job::Path::parse(text);
}

const job::Path entryPoint = path(u"algorithmSpecification.scriptModeConfig.entryPoint"_s);
const job::Path jobName = path(u"jobName"_s);

/// A value of the member's own kind that the service takes.
job::Value sample(const job::Member &member)
{
    switch (member.type) {
    case job::Type::Integer:
        return job::Value::number(QString::fromLatin1(member.example));
    case job::Type::Map:
        return job::Value::map({{u"alpha"_s, job::Value::text(u"0.5"_s)}});
    default:
        return job::Value::text(QString::fromUtf8(member.example));
    }
}

/// All pages of the form with one document, in one window.
struct Form
{
    JobDocument document;
    EditContext context;
    QWidget window;
    QList<SectionPage *> pages;

    Form()
    {
        context.setRegion(u"us-west-2"_s);
        auto *layout = new QVBoxLayout(&window);
        for (const SectionSpec &spec : sections()) {
            pages.append(spec.create(spec, document, context, &window));
            layout->addWidget(pages.constLast());
        }
        window.show();
    }

    QWidget *widgetFor(const job::Path &place) const
    {
        for (SectionPage *page : pages) {
            if (QWidget *widget = page->binder().widgetFor(place))
                return widget;
        }
        return nullptr;
    }

    QLineEdit *line(const job::Path &place) const { return qobject_cast<QLineEdit *>(widgetFor(place)); }

    FieldNote *noteOf(const job::Path &place) const
    {
        return widgetFor(place)->parentWidget()->findChild<FieldNote *>();
    }
};

/// Makes one edit of the kind that a person makes in such a widget.
void editByHand(QWidget &widget)
{
    if (auto *table = qobject_cast<KeyValueEdit *>(&widget)) {
        table->paste(u"beta=2"_s);
        return;
    }
    for (QRadioButton *button : widget.findChildren<QRadioButton *>()) {
        if (!button->isChecked()) {
            button->click();
            return;
        }
    }
    QWidget *target = qobject_cast<QLineEdit *>(&widget) ? &widget : widget.findChild<QLineEdit *>();
    target->setFocus();
    QTest::keyClick(target, '7');
}

} // namespace

class tst_Binder : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyMemberIsShownAndEdited_data()
    {
        QTest::addColumn<QString>("schemaPath");
        for (const job::Member &member : job::members()) {
            const bool isLeaf = member.type != job::Type::Structure && member.type != job::Type::List;
            const QString schemaPath = QString::fromUtf8(member.path);
            if (isLeaf && !schemaPath.endsWith(u"{}") && !schemaPath.endsWith(u"[].type"))
                QTest::newRow(member.path) << schemaPath;
        }
    }

    void everyMemberIsShownAndEdited()
    {
        QFETCH(const QString, schemaPath);
        const job::Member &member = *job::findMember(schemaPath);
        const job::Path place = path(QString(schemaPath).replace(u"[]"_s, u"[0]"_s));
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form.window));
        job::JobSpec spec;
        spec.set(place, sample(member));
        if (place.topLevel() == path(u"associations"_s))
            spec.set(path(u"associations[0].type"_s), job::Value::text(u"RESERVATION_TIME_WINDOW_ARN"_s));
        form.document.reset(spec);

        QWidget *widget = form.widgetFor(place);
        QVERIFY2(widget, "No widget edits this member.");
        QVERIFY(!widget->objectName().isEmpty());
        QVERIFY2(widget->toolTip().contains(QLatin1StringView(member.path)) || schemaPath.contains(u"[]"),
                 qPrintable(widget->toolTip()));
        QVERIFY(form.document.spec() == spec); // showing it changed nothing

        editByHand(*widget);
        QVERIFY2(!(form.document.spec() == spec), "The edit did not reach the document.");
        form.document.undoStack()->undo();
        QVERIFY(form.document.spec() == spec);
        form.document.undoStack()->redo();
        const job::JobSpec edited = form.document.spec();
        form.document.reset({});
        QVERIFY(form.document.spec() == job::JobSpec());
        form.document.reset(edited);
        QVERIFY(form.document.spec() == edited);
    }

    void aClearedFieldIsAbsent()
    {
        Form form;
        form.document.setText(jobName, u"b"_s);
        QCOMPARE(form.line(jobName)->text(), u"b"_s);
        QTest::keyClick(form.line(jobName), Qt::Key_End);
        QTest::keyClick(form.line(jobName), Qt::Key_Backspace);
        QVERIFY(!form.document.find(jobName));
    }

    void theCursorStaysWhileTyping()
    {
        Form form;
        form.document.setText(jobName, u"bell"_s);
        QLineEdit *line = form.line(jobName);
        line->setCursorPosition(2);
        QTest::keyClicks(line, u"xy"_s);
        QCOMPARE(line->text(), u"bexyll"_s);
        QCOMPARE(line->cursorPosition(), 4);
    }

    void aValueOfTheWrongKindIsShownAndKept()
    {
        Form form;
        job::JobSpec spec;
        const job::Path volume = path(u"instanceConfig.volumeSizeInGb"_s);
        spec.set(volume, job::Value::text(u"plenty"_s));
        spec.set(jobName, job::Value::list({job::Value::number(1)}));
        spec.set(path(u"hyperParameters"_s), job::Value::text(u"none"_s));
        form.document.reset(spec);
        QCOMPARE(form.widgetFor(volume)->findChild<QLineEdit *>()->text(), u"plenty"_s);
        QCOMPARE(form.line(jobName)->text(), u"[1]"_s);
        form.document.setText(path(u"roleArn"_s), u"x"_s);
        QVERIFY(*form.document.find(jobName) == job::Value::list({job::Value::number(1)}));
        QVERIFY(*form.document.find(path(u"hyperParameters"_s)) == job::Value::text(u"none"_s));
    }

    void aChoiceNobodyKnowsIsNoneOfTheButtons()
    {
        Form form;
        const job::Path compression = path(u"algorithmSpecification.scriptModeConfig.compressionType"_s);
        form.document.setText(compression, u"GZIP"_s);
        form.document.setText(compression, u"ZIP"_s);
        for (const QRadioButton *button : form.widgetFor(compression)->findChildren<QRadioButton *>())
            QVERIFY2(!button->isChecked(), qPrintable(button->objectName()));
        form.document.remove(compression);
        QVERIFY(form.widgetFor(compression)->findChild<QRadioButton *>(u"notStated"_s)->isChecked());
    }

    void aFindingComesWhenTheFieldIsLeftAndGoesAtOnce()
    {
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form.window));
        QLineEdit *line = form.line(jobName);
        FieldNote *note = form.noteOf(jobName);
        line->setFocus();
        QTest::keyClicks(line, u"bell_"_s);
        QVERIFY(note->findings().isEmpty()); // still typing
        form.line(path(u"roleArn"_s))->setFocus();
        QVERIFY(!note->findings().isEmpty());
        line->setFocus();
        line->end(false);
        QTest::keyClick(line, Qt::Key_Backspace);
        QVERIFY(note->findings().isEmpty()); // mended: gone at once
    }

    void whatWasNeverTouchedIsNotBlamed()
    {
        Form form;
        QVERIFY(!form.document.findings().isEmpty());
        for (const FieldNote *note : form.window.findChildren<FieldNote *>())
            QVERIFY(note->findings().isEmpty());
        for (SectionPage *page : form.pages)
            page->showAllFindings();
        QVERIFY(!form.noteOf(jobName)->findings().isEmpty());
        QVERIFY(!form.noteOf(path(u"outputDataConfig.s3Path"_s))->findings().isEmpty());
        QVERIFY(!form.noteOf(path(u"instanceConfig.volumeSizeInGb"_s))->findings().isEmpty());
    }

    void aFileIsJudgedAtOnceAndAFixIsOneClick()
    {
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form.window));
        job::JobSpec spec;
        spec.set(entryPoint, job::Value::text(u"bell.py"_s));
        form.document.replace(spec, u"Open"_s);
        FieldNote *note = form.noteOf(entryPoint);
        QVERIFY(!note->findings().isEmpty());
        auto *fix = note->findChild<QPushButton *>();
        QVERIFY(fix);
        fix->click();
        QCOMPARE(form.document.text(entryPoint), u"bell"_s);
        QVERIFY(note->findings().isEmpty());
        QCOMPARE(form.line(entryPoint)->text(), u"bell"_s);
        QCOMPARE(QApplication::focusWidget(), form.line(entryPoint));
    }

    void undoInAFieldIsTheDocuments()
    {
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form.window));
        form.document.setText(path(u"roleArn"_s), u"role"_s);
        QLineEdit *line = form.line(jobName);
        line->setFocus();
        QTest::keyClicks(line, u"bell"_s);
        QTest::keySequence(line, QKeySequence::Undo);
        QVERIFY(!form.document.find(jobName));
        QCOMPARE(line->text(), QString());
        QTest::keySequence(line, QKeySequence::Undo);
        QVERIFY(!form.document.find(path(u"roleArn"_s)));
    }

    void aFieldIsFoundByItsPath()
    {
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form.window));
        form.document.setText(path(u"hyperParameters.alpha"_s), u"1"_s);
        form.document.setText(path(u"hyperParameters.beta"_s), u"2"_s);
        SectionPage *page = form.pages.constLast();
        QVERIFY(page->focusMember(path(u"hyperParameters.beta"_s)));
        auto *table = page->findChild<QTableView *>();
        QCOMPARE(QApplication::focusWidget(), table);
        QCOMPARE(table->currentIndex().row(), 1);
        QVERIFY(!page->focusMember(jobName));
        QVERIFY(form.pages.at(4)->focusMember(path(u"instanceConfig"_s))); // a missing structure: its first field
    }

    void channelsAreAddedMovedAndRemoved()
    {
        Form form;
        SectionPage *page = form.pages.at(2);
        const auto button = [&](const QString &form_, const QString &name) {
            return page->findChild<QWidget *>(form_)->findChild<QAbstractButton *>(name);
        };
        auto *add = page->findChild<QPushButton *>(u"addChannel"_s);
        add->click();
        add->click();
        QCOMPARE(form.document.find(path(u"inputDataConfig"_s))->items().size(), 2);
        QTest::keyClicks(form.line(path(u"inputDataConfig[0].channelName"_s)), u"train"_s);
        QTest::keyClicks(form.line(path(u"inputDataConfig[1].channelName"_s)), u"test"_s);
        QCOMPARE(form.document.text(path(u"inputDataConfig[1].channelName"_s)), u"test"_s);
        button(u"channel1"_s, u"up"_s)->click();
        QCOMPARE(form.document.text(path(u"inputDataConfig[0].channelName"_s)), u"test"_s);
        QCOMPARE(form.line(path(u"inputDataConfig[0].channelName"_s))->text(), u"test"_s);
        button(u"channel0"_s, u"remove"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(form.document.find(path(u"inputDataConfig"_s))->items().size(), 1,
                                  braketeer::test::patience);
        QCOMPARE(form.line(path(u"inputDataConfig[0].channelName"_s))->text(), u"train"_s);
        button(u"channel0"_s, u"remove"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!form.document.find(path(u"inputDataConfig"_s)), braketeer::test::patience);
        form.document.undoStack()->undo();
        QCOMPARE(form.line(path(u"inputDataConfig[0].channelName"_s))->text(), u"train"_s);
    }

    void aClearedChannelNameKeepsTheChannel()
    {
        Form form;
        form.document.setText(path(u"inputDataConfig[0].channelName"_s), u"t"_s);
        QTest::keyClick(form.line(path(u"inputDataConfig[0].channelName"_s)), Qt::Key_End);
        QTest::keyClick(form.line(path(u"inputDataConfig[0].channelName"_s)), Qt::Key_Backspace);
        QCOMPARE(form.document.find(path(u"inputDataConfig"_s))->items().size(), 1);
    }

    void moreThanTwentyChannelsCannotBeAdded()
    {
        Form form;
        job::JobSpec spec;
        spec.set(path(u"inputDataConfig[19].channelName"_s), job::Value::text(u"last"_s));
        form.document.reset(spec);
        QVERIFY(!form.pages.at(2)->findChild<QPushButton *>(u"addChannel"_s)->isEnabled());
    }
};

QTEST_MAIN(tst_Binder)
#include "tst_binder.moc"
