#include "exchange/document.h"
#include "flows/templates/templates.h"
#include "gui/kit/fieldnote.h"
#include "gui/kit/theme.h"
#include "gui/templates/savetemplatedialog.h"
#include "gui/templates/templatedialog.h"
#include "job/rules/check.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;
using job::JobSpec;
using job::Path;
using job::Value;

namespace {

template<class Widget>
Widget *child(QWidget &parent, const QString &name)
{
    auto *found = parent.findChild<Widget *>(name);
    if (!found)
        qFatal("No widget %s.", qPrintable(name));
    return found;
}

void type(QWidget &dialog, const QString &place, const QString &text)
{
    auto *line = child<QLineEdit>(dialog, u"place-"_s + place);
    line->selectAll();
    QTest::keyClicks(line, text);
}

/// A picture for the eye, where the environment names a folder for it.
void keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("BRAKETEER_PICTURES");
    QCoreApplication::processEvents(); // layouts settle
    if (!folder.isEmpty())
        widget.grab().save(folder + u'/' + name + u".png"_s);
}

} // namespace

class tst_Templates : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aFilledTemplateIsOneUndoStep()
    {
        const QTemporaryDir folder;
        JobDocument document;
        document.setText(Path::parse(u"jobName"), u"before"_s);
        TemplateDialog dialog(document, folder.path());
        dialog.show();
        dialog.choose(u"bell-pair"_s);
        type(dialog, u"jobName"_s, u"mine"_s);
        type(dialog, u"bucket"_s, u"my-bucket"_s);
        type(dialog, u"roleArn"_s, u"arn:aws:iam::123456789012:role/AmazonBraketJobsExecutionRole"_s);
        keepPicture(dialog, u"templates"_s);
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(document.spec().text(u"jobName"), u"mine"_s);
        QCOMPARE(document.spec().text(u"outputDataConfig.s3Path"), u"s3://my-bucket/jobs/mine/data"_s);
        QVERIFY(!job::blocks(document.findings()));
        document.undoStack()->undo();
        QCOMPARE(document.spec().text(u"jobName"), u"before"_s);
        QVERIFY(!document.spec().find(Path::parse(u"outputDataConfig")));
    }

    void whatIsMissingIsSaidAtItsFieldAndGoesAwayWithTyping()
    {
        const QTemporaryDir folder;
        JobDocument document;
        TemplateDialog dialog(document, folder.path());
        dialog.show();
        dialog.choose(u"bell-pair"_s);
        QTest::mouseClick(child<QPushButton>(dialog, u"useTemplateButton"_s), Qt::LeftButton);
        QVERIFY(dialog.isVisible());
        QVERIFY(document.spec().root().entries().isEmpty());
        auto *bucket = child<QLineEdit>(dialog, u"place-bucket"_s);
        const auto *note = bucket->parentWidget()->findChild<FieldNote *>();
        QCOMPARE(note->findings().size(), 1);
        QCOMPARE(note->findings().constFirst().id, u"T-missing"_s);
        QCOMPARE(dialog.focusWidget(), bucket);
        keepPicture(dialog, u"templates-missing"_s);
        type(dialog, u"bucket"_s, u"b"_s);
        QVERIFY(note->findings().isEmpty());
    }

    void whatTheJobKnowsStandsInTheFields()
    {
        const QTemporaryDir folder;
        JobDocument document;
        document.setText(Path::parse(u"roleArn"), u"arn:aws:iam::123456789012:role/x"_s);
        document.setText(Path::parse(u"outputDataConfig.s3Path"), u"s3://known/out"_s);
        TemplateDialog dialog(document, folder.path());
        dialog.choose(u"gpu-pennylane"_s);
        QCOMPARE(child<QLineEdit>(dialog, u"place-bucket"_s)->text(), u"known"_s);
        QCOMPARE(child<QLineEdit>(dialog, u"place-roleArn"_s)->text(), u"arn:aws:iam::123456789012:role/x"_s);
        dialog.setKnown({{u"region"_s, u"eu-north-1"_s}, {u"bucket"_s, QString()}});
        QCOMPARE(child<QComboBox>(dialog, u"place-region"_s)->currentText(), u"eu-north-1"_s);
        QCOMPARE(child<QLineEdit>(dialog, u"place-bucket"_s)->text(), u"known"_s);
    }

    void everyFieldHasANameAndALabelThatLeadsToIt()
    {
        const QTemporaryDir folder;
        JobDocument document;
        TemplateDialog dialog(document, folder.path());
        dialog.show();
        auto *list = child<QListWidget>(dialog, u"templateList"_s);
        QVERIFY(list->count() >= 6);
        for (int row = 0; row < list->count(); ++row) {
            list->setCurrentRow(row);
            int fields = 0;
            for (QLabel *label : dialog.findChildren<QLabel *>()) {
                const QWidget *buddy = label->buddy();
                if (!buddy || !buddy->objectName().startsWith("place-"_L1))
                    continue;
                ++fields;
                QCOMPARE(buddy->accessibleName(), label->text());
                QVERIFY(buddy->focusPolicy() & Qt::TabFocus);
            }
            QVERIFY(fields > 3);
            QVERIFY(!child<QLabel>(dialog, u"descriptionLabel"_s)->text().isEmpty());
        }
    }

    void theListIsUsedByKeyboard()
    {
        const QTemporaryDir folder;
        JobDocument document;
        TemplateDialog dialog(document, folder.path());
        dialog.show();
        auto *list = child<QListWidget>(dialog, u"templateList"_s);
        list->setFocus();
        const QString first = child<QLabel>(dialog, u"nameLabel"_s)->text();
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(child<QLabel>(dialog, u"nameLabel"_s)->text() != first);
        const QSignalSpy rejected(&dialog, &QDialog::rejected);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(rejected.size(), 1);
    }

    void aJobIsKeptAsATemplateAndListedFirst()
    {
        const QTemporaryDir data;
        const QString folder = data.filePath(u"templates"_s);
        JobSpec spec;
        spec.set(Path::parse(u"jobName"), Value::text(u"mine {{x}}"_s));
        SaveTemplateDialog save(spec, folder);
        save.show();
        keepPicture(save, u"templates-save"_s);
        child<QLineEdit>(save, u"nameEdit"_s)->setText(u"Größe: my \"job\""_s);
        QTest::keyClick(&save, Qt::Key_Return);
        QCOMPARE(save.result(), int(QDialog::Accepted));
        QCOMPARE(QFileInfo(save.path()).fileName(), u"gr-e-my-job.yaml"_s);
        QVERIFY(!(QFile(save.path()).permissions() & (QFileDevice::ReadOther | QFileDevice::ReadGroup)));

        SaveTemplateDialog again(spec, folder);
        child<QLineEdit>(again, u"nameEdit"_s)->setText(u"Größe: my \"job\""_s);
        again.accept();
        QVERIFY(again.result() != QDialog::Accepted); // nothing is overwritten
        QVERIFY(!child<QLabel>(again, u"troubleLabel"_s)->text().isEmpty());

        const flows::TemplateList list = flows::listTemplates(folder);
        QCOMPARE(list.entries.constFirst().content.name, u"Größe: my \"job\""_s);
        QVERIFY(exchange::fillTemplate(list.entries.constFirst().content, {}).spec == spec);
    }

    void aFileThatIsNoTemplateIsNamed()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"broken.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("jobName: \"{{\"\n");
        file.close();
        const flows::TemplateList list = flows::listTemplates(folder.path());
        QCOMPARE(list.troubles.size(), 1);
        QVERIFY(list.troubles.constFirst().contains("broken.yaml"_L1));
        const auto added = flows::addTemplateFile(folder.filePath(u"mine"_s), file.fileName());
        QVERIFY(!added);
        QCOMPARE(added.error().kind, core::Error::Kind::Usage);
        JobDocument document;
        TemplateDialog dialog(document, folder.path());
        QVERIFY(child<QLabel>(dialog, u"troubleLabel"_s)->text().contains("broken.yaml"_L1));
    }

    void onesOwnTemplateTakesThePlaceOfOneThatComesWithTheProgram()
    {
        const QTemporaryDir folder;
        const int builtIn = int(flows::listTemplates(folder.path()).entries.size());
        QFile file(folder.filePath(u"shared.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("template: {name: \"Mine\"}\njobName: \"a\"\n");
        file.close();
        QVERIFY(QFile::copy(file.fileName(), folder.filePath(u"bell-pair.yaml"_s)));
        const flows::TemplateList list = flows::listTemplates(folder.path());
        QCOMPARE(int(list.entries.size()), builtIn + 1);
        const auto found = flows::findTemplate(folder.path(), u"bell-pair"_s);
        QVERIFY(found);
        QCOMPARE(found->content.name, u"Mine"_s);
        QVERIFY(!flows::findTemplate(folder.path(), u"nowhere"_s));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    Theme theme;
    theme.apply(); // light or dark, as BRAKETEER_COLOR_SCHEME says
    tst_Templates test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_templates.moc"
