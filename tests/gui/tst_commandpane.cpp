#include "gui/command/commandpane.h"
#include "gui/command/textupdate.h"
#include "gui/job/jobdocument.h"
#include "support/patience.h"

#include <QClipboard>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;

class tst_CommandPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void onlyTheChangedStretchIsEdited_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("added");
        QTest::newRow("same") << u"abc"_s << u"abc"_s << 3 << 0 << 0;
        QTest::newRow("from nothing") << QString() << u"abc"_s << 0 << 0 << 3;
        QTest::newRow("to nothing") << u"abc"_s << QString() << 0 << 3 << 0;
        QTest::newRow("one letter more") << u"--name bel x"_s << u"--name bell x"_s << 10 << 0 << 1;
        QTest::newRow("one letter less") << u"--name bell x"_s << u"--name bel x"_s << 10 << 1 << 0;
        QTest::newRow("repeated letters") << u"aaa"_s << u"aaaa"_s << 3 << 0 << 1;
        QTest::newRow("replaced") << u"a-old-z"_s << u"a-new-z"_s << 2 << 3 << 3;
        QTest::newRow("half of a pair stays whole") << u"\U0001F600"_s << u"\U0001F601"_s << 0 << 2 << 2;
    }

    void onlyTheChangedStretchIsEdited()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        const TextChange change = changeBetween(before, after);
        QTEST(int(change.at), "at");
        QTEST(int(change.removed), "removed");
        QTEST(int(change.added), "added");
        QCOMPARE(before.left(change.at) + after.mid(change.at, change.added) + before.mid(change.at + change.removed),
                 after);
        QPlainTextEdit view;
        view.setPlainText(before);
        updateText(view, before, after);
        QCOMPARE(view.toPlainText(), after);
    }

    void aKeyStrokeTouchesOneLineOfTheView()
    {
        JobDocument document;
        document.setText(job::Path::parse(u"jobName"), u"bell"_s);
        document.setText(job::Path::parse(u"roleArn"), u"arn:aws:iam::000000000000:role/R"_s);
        CommandPane pane(document);
        auto *view = pane.findChild<QPlainTextEdit *>(u"textView"_s);
        QVERIFY(view->toPlainText().contains(u"bell"));

        QTextCursor cursor(view->document());
        cursor.setPosition(3);
        cursor.setPosition(9, QTextCursor::KeepAnchor);
        view->setTextCursor(cursor);
        const QString selected = view->textCursor().selectedText();

        QList<int> added;
        connect(view->document(), &QTextDocument::contentsChange, &pane,
                [&added](int, int, int characters) { added.append(characters); });
        document.setText(job::Path::parse(u"jobName"), u"bells"_s);
        QTRY_VERIFY_WITH_TIMEOUT(view->toPlainText().contains(u"bells"), braketeer::test::patience);
        QCOMPARE(added, QList<int>{1});
        QCOMPARE(view->textCursor().selectedText(), selected);
    }

    void longValuesAreShortenedToTheEyeAndCopiedWhole()
    {
        const QString value(2000, u'x');
        JobDocument document;
        document.setText(job::Path::parse(u"hyperParameters.long"), value);
        CommandPane pane(document);
        pane.setTarget(u"json"_s);
        QCOMPARE(pane.target(), u"json"_s);
        QVERIFY(pane.findChild<QPlainTextEdit *>(u"textView"_s)->toPlainText().size() < 1000);
        QVERIFY(!pane.findChild<QWidget *>(u"shortenedLabel"_s)->isHidden());
        const QSignalSpy copied(&pane, &CommandPane::copied);
        pane.copy();
        QCOMPARE(copied.size(), 1);
        QVERIFY(QGuiApplication::clipboard()->text().contains(value));
    }

    void whatChangedStandsOutForAMoment()
    {
        JobDocument document;
        document.setText(job::Path::parse(u"jobName"), u"bell"_s);
        CommandPane pane(document);
        auto *view = pane.findChild<QPlainTextEdit *>(u"textView"_s);
        QVERIFY(view->extraSelections().isEmpty()); // the first text is no change
        document.setText(job::Path::parse(u"jobName"), u"belly"_s);
        QTRY_COMPARE_WITH_TIMEOUT(view->extraSelections().size(), 1, braketeer::test::patience);
        QCOMPARE(view->extraSelections().first().cursor.selectedText(), u"y"_s);
        document.setText(job::Path::parse(u"jobName"), u"bellyx"_s); // one stretch while it stands out
        QTRY_COMPARE_WITH_TIMEOUT(view->extraSelections().first().cursor.selectedText(), u"yx"_s,
                                  braketeer::test::patience);
        pane.setTarget(u"json"_s);
        QVERIFY(view->extraSelections().isEmpty());
    }

    void theFileFormShowsAndSavesTheFileBesideTheCommand()
    {
        JobDocument document;
        document.setText(job::Path::parse(u"jobName"), u"bell"_s);
        CommandPane pane(document);
        pane.setTarget(u"bash"_s);
        pane.setForm(exchange::Form::File);
        auto *file = pane.findChild<QPlainTextEdit *>(u"fileView"_s);
        QVERIFY(!file->isHidden());
        QVERIFY(file->toPlainText().contains(u"\"jobName\": \"bell\""));
        QVERIFY(pane.findChild<QPlainTextEdit *>(u"textView"_s)->toPlainText().contains(u"file://bell.json"));

        const QTemporaryDir folder;
        const QSignalSpy failed(&pane, &CommandPane::failed);
        const auto saveAs = [&](const QString &name) {
            pane.save();
            auto *dialog = pane.findChild<QFileDialog *>(u"saveCommandDialog"_s);
            Q_EMIT dialog->fileSelected(folder.filePath(name));
            delete dialog;
        };
        saveAs(u"bell.sh"_s);
        QVERIFY(QFile::exists(folder.filePath(u"bell.sh"_s)));
        QVERIFY(QFile::exists(folder.filePath(u"bell.json"_s)));
        QCOMPARE(failed.size(), 0);
        // The same file again is no trouble; another one is never replaced.
        saveAs(u"again.sh"_s);
        QCOMPARE(failed.size(), 0);
        document.setText(job::Path::parse(u"roleArn"), u"arn:aws:iam::000000000000:role/R"_s);
        QTRY_VERIFY_WITH_TIMEOUT(file->toPlainText().contains(u"roleArn"), braketeer::test::patience);
        saveAs(u"third.sh"_s);
        QCOMPARE(failed.size(), 1);
        QVERIFY(!QFile::exists(folder.filePath(u"third.sh"_s)));
    }

    void whatCannotBeExportedIsSaid()
    {
        JobDocument document;
        document.setText(job::Path::parse(u"jobName"), u"a\0b"_s);
        CommandPane pane(document);
        const QSignalSpy copied(&pane, &CommandPane::copied);
        const QSignalSpy failed(&pane, &CommandPane::failed);
        QVERIFY(pane.findChild<QPlainTextEdit *>(u"textView"_s)->toPlainText().contains(u"NUL"));
        pane.copy();
        QCOMPARE(copied.size(), 0);
        QCOMPARE(failed.size(), 1);
    }

    void everyTargetShowsATextInEachOfItsForms()
    {
        JobDocument document;
        document.setText(job::Path::parse(u"jobName"), u"bell"_s);
        CommandPane pane(document);
        for (const exchange::Target &target : exchange::targets()) {
            pane.setTarget(QString::fromLatin1(target.id));
            for (const exchange::Form form :
                 {exchange::Form::Readable, exchange::Form::Hardened, exchange::Form::File}) {
                pane.setForm(form);
                QVERIFY2(pane.findChild<QPlainTextEdit *>(u"textView"_s)->toPlainText().contains(u"bell"), target.id);
            }
        }
    }

    void theViewCannotBeEdited()
    {
        JobDocument document;
        CommandPane pane(document);
        auto *view = pane.findChild<QPlainTextEdit *>(u"textView"_s);
        const QString text = view->toPlainText();
        QTest::keyClicks(view, u"x"_s);
        QCOMPARE(view->toPlainText(), text);
    }
};

QTEST_MAIN(tst_CommandPane)
#include "tst_commandpane.moc"
