#include "gui/importing/importdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;
using job::Path;
using job::Value;

/// Import in the window: recognised as it is pasted, one undo step when it is accepted.
class tst_ImportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_document = std::make_unique<JobDocument>();
        job::JobSpec spec;
        spec.set(Path::parse(u"jobName"), Value::text(u"before"_s));
        m_document->reset(spec);
        m_dialog = std::make_unique<ImportDialog>(*m_document);
    }

    void pastedTextIsRecognised()
    {
        QVERIFY(!button(u"importButton"_s)->isEnabled());
        m_dialog->show();
        auto *edit = m_dialog->findChild<QPlainTextEdit *>();
        edit->setFocus();
        QTest::keyClicks(edit, u"aws braket create-job --job-name after"_s);
        QTRY_VERIFY(button(u"importButton"_s)->isEnabled());
        QVERIFY(label()->text().contains(u"shell command"_s));
        auto *changes = m_dialog->findChild<QTreeWidget *>();
        QCOMPARE(changes->topLevelItemCount(), 1);
        QCOMPARE(changes->topLevelItem(0)->text(0), u"jobName"_s);
        QCOMPARE(changes->topLevelItem(0)->text(1), u"before"_s);
        QCOMPARE(changes->topLevelItem(0)->text(2), u"after"_s);
    }

    void acceptingIsOneUndoStep()
    {
        QSignalSpy imported(m_dialog.get(), &ImportDialog::imported);
        m_dialog->setText(u"aws braket create-job --job-name after --region eu-west-2"_s);
        button(u"importButton"_s)->click();
        QCOMPARE(m_document->text(Path::parse(u"jobName")), u"after"_s);
        QCOMPARE(imported.size(), 1);
        QCOMPARE(imported.first().first().value<exchange::Imported>().region, u"eu-west-2"_s);
        m_document->undoStack()->undo();
        QCOMPARE(m_document->text(Path::parse(u"jobName")), u"before"_s);
    }

    void whatIsNoJobCannotBeImported()
    {
        m_dialog->setText(u"hello"_s);
        QVERIFY(!button(u"importButton"_s)->isEnabled());
        QVERIFY(!label()->text().isEmpty());
        m_dialog->accept();
        QCOMPARE(m_document->text(Path::parse(u"jobName")), u"before"_s);
    }

    void whatIsWorthKnowingIsListed()
    {
        m_dialog->setText(u"aws braket create-job --job-name $NAME --tags file://tags.json"_s);
        auto *findings = m_dialog->findChild<QListWidget *>();
        QCOMPARE(findings->count(), 2);
        QVERIFY(button(u"missingButton"_s)->isVisibleTo(m_dialog.get()));
        QVERIFY(button(u"missingButton"_s)->text().contains(u"tags.json"_s));
    }

    void whatTheTextWouldPutThereIsOffered()
    {
        m_dialog->show();
        m_dialog->setText(
            u"NAME=\"R&D bell\"\nROLE=$(cat role)\naws braket create-job --role-arn $ROLE --job-name $NAME "
            u"--tags file://tags.json"_s);
        auto *findings = m_dialog->findChild<QListWidget *>();
        const int before = findings->count();
        QVERIFY(before >= 3);
        QPushButton *fix = button(u"fixButton"_s);
        QVERIFY(fix->isVisible());
        QVERIFY2(fix->text().contains(u"R&&D bell"_s), qPrintable(fix->text()));
        fix->setFocus();
        QTest::keyClick(fix, Qt::Key_Space);
        QCOMPARE(findings->count(), before - 1);
        QVERIFY(!fix->isVisible());
        auto *changes = m_dialog->findChild<QTreeWidget *>();
        const auto names = changes->findItems(u"jobName"_s, Qt::MatchExactly);
        QCOMPARE(names.size(), 1);
        QCOMPARE(names.first()->text(2), u"R&D bell"_s);

        // Said to be of one shell, the text is read anew, and is still mended.
        auto *formats = m_dialog->findChild<QComboBox *>(u"formatBox"_s);
        formats->setCurrentIndex(formats->findData(u"sh"_s));
        QCOMPARE(findings->count(), before - 1);
        m_dialog->accept();
        QCOMPARE(m_document->text(Path::parse(u"jobName")), u"R&D bell"_s);
    }

    void anotherTextIsNotMendedByTheWay()
    {
        m_dialog->setText(u"NAME=a\naws braket create-job --job-name $NAME"_s);
        button(u"fixButton"_s)->click();
        m_dialog->setText(u"NAME=a\naws braket create-job --job-name $NAME"_s);
        QVERIFY(button(u"fixButton"_s)->isVisibleTo(m_dialog.get()));
        m_dialog->accept();
        QCOMPARE(m_document->text(Path::parse(u"jobName")), u"$NAME"_s);
    }

    void filesBesideAnOpenedFileAreRead()
    {
        QTemporaryDir folder;
        write(folder.filePath(u"tags.json"_s), R"({"a": "b"})");
        write(folder.filePath(u"run.sh"_s), "aws braket create-job --tags file://tags.json");
        m_dialog->openFile(folder.filePath(u"run.sh"_s));
        QVERIFY(!button(u"missingButton"_s)->isVisibleTo(m_dialog.get()));
        m_dialog->accept();
        QCOMPARE(m_document->text(Path::parse(u"tags.a")), u"b"_s);
    }

    void ofSeveralJobsOneIsChosen()
    {
        m_dialog->setText(u"aws braket create-job --job-name a\naws braket create-job --job-name b"_s);
        auto *index = m_dialog->findChild<QSpinBox *>();
        QVERIFY(index->isVisibleTo(m_dialog.get()));
        index->setValue(2);
        m_dialog->accept();
        QCOMPARE(m_document->text(Path::parse(u"jobName")), u"b"_s);
    }

    void theShellCanBeSaid()
    {
        m_dialog->setText(u"aws braket create-job --hyper-parameters '{\"a\":\"b\\\\\\\\c\"}'"_s);
        auto *formats = m_dialog->findChild<QComboBox *>(u"formatBox"_s);
        formats->setCurrentIndex(formats->findData(u"fish"_s));
        m_dialog->accept();
        QCOMPARE(m_document->text(Path::parse(u"hyperParameters.a")), u"b\\c"_s);
    }

    void everyControlHasANameAndAPlaceInTheTabOrder()
    {
        m_dialog->setText(u"aws braket create-job --job-name $NAME --tags file://tags.json"_s);
        const auto widgets = m_dialog->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        for (const QWidget *widget : widgets) {
            if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QLabel *>(widget))
                continue;
            const auto *push = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (push && !push->text().isEmpty()),
                     qPrintable(widget->objectName()));
        }
    }

private:
    QPushButton *button(const QString &name) const { return m_dialog->findChild<QPushButton *>(name); }

    QLabel *label() const { return m_dialog->findChild<QLabel *>(u"recognisedLabel"_s); }

    static void write(const QString &name, const QByteArray &text)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<JobDocument> m_document;
    std::unique_ptr<ImportDialog> m_dialog;
};

QTEST_MAIN(tst_ImportDialog)
#include "tst_importdialog.moc"
