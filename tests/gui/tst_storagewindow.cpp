#include "gui/job/jobdocument.h"
#include "gui/kit/fieldnote.h"
#include "gui/kit/s3uriedit.h"
#include "gui/storage/packdialog.h"
#include "gui/storage/storagebrowser.h"
#include "gui/storage/storagepane.h"
#include "gui/storage/storagepicker.h"
#include "gui/support/drops.h"
#include "gui/support/keyboard.h"
#include "gui/support/stage.h"
#include "support/patience.h"

#include <QDir>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>
#include <QUndoStack>

using namespace braketeer;
using namespace braketeer::gui;
using namespace braketeer::test;
using namespace Qt::StringLiterals;

namespace {

const QString bucket = u"amazon-braket-us-west-2-000000000000"_s;
const QString scripts = u"/jobs/bell-pair/1767603600000/script/"_s; ///< of the demo's bucket

QString script(gui::MainWindow &window, const QString &member)
{
    return window.document().text(job::Path::parse(u"algorithmSpecification.scriptModeConfig."_s + member));
}

void settle(StorageBrowser &browser)
{
    QTRY_VERIFY_WITH_TIMEOUT(!browser.navigator().isLoading() && browser.navigator().listing().isSettled(), patience);
}

} // namespace

/// The window's S3 views against the built-in service.
class tst_StorageWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void thePaneIsMadeWhenItIsFirstSeen()
    {
        Stage stage;
        const auto window = stage.openWindow();
        QVERIFY(!window->findChild<StoragePane *>());
        press(Qt::Key_L, Qt::ControlModifier);
        auto *const pane = window->findChild<StoragePane *>();
        QVERIFY(pane);
        settle(pane->browser());
        QCOMPARE(pane->browser().navigator().buckets().rowOf(bucket) >= 0, true);
        type(u"s3://"_s + bucket + u"/measurements/"_s);
        press(Qt::Key_Return);
        settle(pane->browser());
        QVERIFY(pane->browser().navigator().listing().rowCount() > 0);
    }

    void aScriptIsPickedByKeyboardAndTheJobIsCreated()
    {
        Stage stage;
        const auto window = stage.openWindow();
        press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(tabToName(u"browseButton"_s));
        press(Qt::Key_Space);
        StoragePicker *picker = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((picker = window->findChild<StoragePicker *>()), patience);
        QTRY_VERIFY_WITH_TIMEOUT(picker->isAncestorOf(QApplication::focusWidget()), patience);
        press(Qt::Key_L, Qt::ControlModifier);
        type(u"s3://"_s + bucket + scripts);
        press(Qt::Key_Return);
        settle(picker->browser());
        int archive = -1;
        auto &listing = picker->browser().navigator().listing();
        for (int row = 0; row < listing.rowCount(); ++row) {
            if (listing.object(row).place.key.endsWith(u".tar.gz"))
                archive = row;
        }
        QVERIFY2(archive >= 0,
                 qPrintable(picker->browser().navigator().address() + picker->browser().navigator().trouble()));
        const QString uri = listing.object(archive).place.toString();
        press(Qt::Key_Home);
        for (int row = 0; row < archive; ++row)
            press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(script(*window, u"s3Uri"_s), uri, patience);
        window->activateWindow(); // without a window manager nobody gives the keyboard back
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), window->findChild<S3UriEdit *>(u"s3Uri"_s), patience);

        // What is there is said below the field.
        auto *const edit = window->findChild<S3UriEdit *>(u"s3Uri"_s);
        const auto fact = [edit] { return edit->parentWidget()->findChild<QLabel *>(u"help"_s)->text(); };
        QTRY_VERIFY2_WITH_TIMEOUT(fact().contains(u"us-west-2"), qPrintable(fact()), patience);

        window->document().setText(job::Path::parse(u"algorithmSpecification.scriptModeConfig.entryPoint"), u"bell"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), window->findChild<QPushButton *>(u"createButton"_s),
                                  patience);
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(stage.service->jobs().size(), 1, patience);
    }

    void aDroppedFolderBecomesTheScriptInOneStep()
    {
        Stage stage;
        QDir(stage.folder.path()).mkpath(u"project"_s);
        stage.write(u"project/bell.py"_s, "def main():\n    pass\n\nif __name__ == '__main__':\n    main()\n");
        const auto window = stage.openWindow();
        const job::JobSpec before = window->document().spec();
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(stage.folder.filePath(u"project"_s))});
        QVERIFY(dropOn(*window, mime));
        PackDialog *dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = window->findChild<PackDialog *>()), patience);
        auto *const pack = dialog->findChild<QPushButton *>(u"packButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(pack->isEnabled(), patience); // looked through, and a default place suggested
        QVERIFY(dialog->findChild<QTreeWidget *>(u"entryPoints"_s)->topLevelItemCount() > 0);
        pack->click();
        QTRY_COMPARE_WITH_TIMEOUT(script(*window, u"entryPoint"_s), u"project.bell"_s, patience);
        QVERIFY(script(*window, u"s3Uri"_s).startsWith(u"s3://"_s + bucket + u"/jobs/bell-pair/"_s));
        QVERIFY(!script(*window, u"s3Uri"_s).contains(scripts)); // a place of its own, not the sample's
        QVERIFY(script(*window, u"s3Uri"_s).endsWith(u"/script/source.tar.gz"));
        QCOMPARE(script(*window, u"compressionType"_s), u"GZIP"_s);
        window->document().undoStack()->undo();
        QVERIFY(window->document().spec() == before);
    }

    void anEntryPointIsChosenFromTheArchive()
    {
        Stage stage;
        const auto window = stage.openWindow();
        window->document().setText(job::Path::parse(u"algorithmSpecification.scriptModeConfig.s3Uri"),
                                   u"s3://"_s + bucket + scripts + u"source.tar.gz"_s);
        press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(tabToName(u"chooseEntryPoint"_s));
        press(Qt::Key_Space);
        QPushButton *choose = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((choose = window->findChild<QDialog *>(u"entryPointDialog"_s)
                                               ? window->findChild<QDialog *>(u"entryPointDialog"_s)
                                                     ->findChild<QPushButton *>(u"chooseButton"_s)
                                               : nullptr)
                                     && choose->isEnabled(),
                                 patience);
        choose->click();
        QTRY_COMPARE_WITH_TIMEOUT(script(*window, u"entryPoint"_s), u"bell"_s, patience); // not "bell.py" any more
    }
};

QTEST_MAIN(tst_StorageWindow)
#include "tst_storagewindow.moc"
