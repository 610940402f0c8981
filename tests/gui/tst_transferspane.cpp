#include "gui/storage/cleanupdialog.h"
#include "gui/storage/storagedesk.h"
#include "gui/storage/transferspane.h"
#include "gui/support/keyboard.h"
#include "gui/support/stage.h"
#include "services/s3/createmultipartupload.h"
#include "services/s3/listmultipartuploads.h"
#include "support/patience.h"

#include <QCoroTask>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeWidget>

using namespace braketeer;
using namespace braketeer::gui;
using namespace braketeer::test;
using namespace Qt::StringLiterals;
using flows::TransferState;

namespace {

const QString bucket = u"amazon-braket-us-west-2-000000000000"_s;
constexpr qsizetype fileSize = 40 * 1024 * 1024; ///< more than one part

/// The pane of a window's transfers, alone and with the keyboard.
struct Look
{
    explicit Look(Stage &stage) : service(*stage.service), folder(stage.folder.path()), desk(stage.settings)
    {
        flows::SessionOptions demo;
        demo.demo = true;
        auto opened = stage.backstage().openSession(demo);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        session = *opened;
        desk.setSession(session);
        pane = desk.makeTransfersPane(&window);
        window.setLayout(new QVBoxLayout);
        window.layout()->addWidget(pane);
        window.resize(1000, 400);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("The window did not become active.");
    }

    ~Look() { desk.setSession(nullptr); }

    /// Sends a file, slowly, and waits until it is on its way.
    void beginUpload(const QString &name)
    {
        QVERIFY(service.addFault(u"slow:UploadPart:2MiB:*"_s));
        QFile file(QDir(folder).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(fileSize));
        file.close();
        QVERIFY(desk.upload(file.fileName(), {bucket, name}) > 0);
        reach(TransferState::Running);
        QTRY_VERIFY_WITH_TIMEOUT(service.requestCount(u"UploadPart"_s) > 0, patience);
        pane->tableView()->setFocus();
        press(Qt::Key_Home);
        press(Qt::Key_Space); // some styles select with it what is current only
        QTRY_VERIFY(button(u"pauseButton"_s)->isEnabled());
    }

    TransferState state() { return desk.transfers().transfer(0).state; }

    void reach(TransferState wanted) { QTRY_COMPARE_WITH_TIMEOUT(int(state()), int(wanted), patience); }

    QPushButton *button(const QString &name) const { return pane->findChild<QPushButton *>(name); }

    void pressButton(const QString &name) const
    {
        QVERIFY(tabToName(name));
        press(Qt::Key_Space);
    }

    qsizetype openUploads() const
    {
        services::s3::ListMultipartUploadsInput input;
        input.bucket = bucket;
        const auto page = QCoro::waitFor(services::s3::listMultipartUploads(session->s3(), input));
        return page ? page->uploads.size() : -1;
    }

    sandbox::Sandbox &service;
    const QString folder;
    std::shared_ptr<flows::Session> session;
    QWidget window;
    StorageDesk desk;
    TransfersPane *pane = nullptr;
};

} // namespace

/// What a person does with transfers, by keyboard and against the built-in service.
class tst_TransfersPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void anUploadIsPausedAndResumed()
    {
        Stage stage;
        Look look(stage);
        look.beginUpload(u"paused.bin"_s);
        look.pressButton(u"pauseButton"_s);
        look.reach(TransferState::Paused);
        QVERIFY(!look.button(u"pauseButton"_s)->isEnabled());
        QVERIFY(look.button(u"resumeButton"_s)->isEnabled());
        QVERIFY(!look.button(u"retryButton"_s)->isEnabled());
        QVERIFY(!look.service.object(bucket.toUtf8(), "paused.bin"));
        QCOMPARE(look.openUploads(), 1); // what has arrived is kept
        look.service.clearFaults();
        look.pressButton(u"resumeButton"_s);
        look.reach(TransferState::Done);
        QCOMPARE(look.service.object(bucket.toUtf8(), "paused.bin").value_or(QByteArray()).size(), fileSize);
        QCOMPARE(look.service.requestCount(u"CreateMultipartUpload"_s), 1); // gone on with, not begun anew
    }

    void anUploadIsCancelledAndTriedAgain()
    {
        Stage stage;
        Look look(stage);
        look.beginUpload(u"cancelled.bin"_s);
        look.pressButton(u"cancelButton"_s);
        look.reach(TransferState::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(look.openUploads(), 0, patience); // nothing is kept, and paid for
        look.service.clearFaults();
        look.pressButton(u"retryButton"_s);
        look.reach(TransferState::Done);
        QVERIFY(look.service.object(bucket.toUtf8(), "cancelled.bin"));
        look.pressButton(u"clearButton"_s);
        QTRY_COMPARE(look.desk.transfers().rowCount(), 0);
        QVERIFY(look.pane->findChild<QLabel *>(u"emptyLabel"_s)->isVisible());
    }

    void deleteCancelsWhatIsSelected()
    {
        Stage stage;
        Look look(stage);
        look.beginUpload(u"deleted.bin"_s);
        press(Qt::Key_Delete);
        look.reach(TransferState::Cancelled);
    }

    void whatFailedSaysWhyAndIsTriedAgain()
    {
        Stage stage;
        Look look(stage);
        look.beginUpload(u"failed.bin"_s);
        look.pressButton(u"pauseButton"_s);
        look.reach(TransferState::Paused);
        look.service.clearFaults();
        QVERIFY(look.service.addFault(u"error:UploadPart:AccessDenied:403:*"_s));
        look.pressButton(u"resumeButton"_s);
        look.reach(TransferState::Failed);
        const QModelIndex cell = look.desk.transfers().index(0, TransfersModel::State);
        QVERIFY2(cell.data(Qt::ToolTipRole).toString().contains(u"failed.bin"),
                 qPrintable(cell.data(Qt::ToolTipRole).toString()));
        look.service.clearFaults();
        look.pressButton(u"retryButton"_s);
        look.reach(TransferState::Done);
        QVERIFY(look.service.object(bucket.toUtf8(), "failed.bin"));
    }

    void aDownloadIsPausedAndLeavesNoHalfFile()
    {
        Stage stage;
        QVERIFY(stage.service->putObject(bucket.toUtf8(), "down.bin", QByteArray(fileSize, 'x')));
        Look look(stage);
        QVERIFY(look.service.addFault(u"slow:GetObject:2MiB:*"_s));
        const QString file = QDir(look.folder).filePath(u"down.bin"_s);
        QVERIFY(look.desk.download({bucket, u"down.bin"_s}, file, false) > 0);
        look.reach(TransferState::Running);
        QTRY_VERIFY_WITH_TIMEOUT(look.service.requestCount(u"GetObject"_s) > 0, patience);
        look.pane->tableView()->setFocus();
        press(Qt::Key_Home);
        press(Qt::Key_Space);
        look.pressButton(u"pauseButton"_s);
        look.reach(TransferState::Paused);
        QVERIFY(!QFile::exists(file));
        look.service.clearFaults();
        look.pressButton(u"resumeButton"_s);
        look.reach(TransferState::Done);
        QCOMPARE(QFileInfo(file).size(), fileSize);
    }

    void abandonedUploadsAreTakenAway()
    {
        Stage stage;
        Look look(stage);
        for (const QString &key : {u"one.bin"_s, u"two.bin"_s}) {
            services::s3::CreateMultipartUploadInput input({bucket, key});
            QVERIFY(QCoro::waitFor(services::s3::createMultipartUpload(look.session->s3(), input)));
        }
        look.pressButton(u"cleanUpButton"_s);
        CleanUpDialog *dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = look.window.findChild<CleanUpDialog *>()), patience);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isAncestorOf(QApplication::focusWidget()), patience);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"bucketEdit"_s); // nothing to guess a bucket from
        type(bucket);
        press(Qt::Key_Return);
        auto *const uploads = dialog->findChild<QTreeWidget *>(u"uploadsTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(uploads->topLevelItemCount(), 2, patience);
        QVERIFY(dialog->isVisible()); // Enter looked, and closed nothing
        auto *const take = dialog->findChild<QPushButton *>(u"abortButton"_s);
        QVERIFY(!take->isEnabled());
        QVERIFY(tabToName(u"uploadsTable"_s));
        press(Qt::Key_Home);
        press(Qt::Key_Space);
        QTRY_VERIFY(take->isEnabled());
        QVERIFY(tabToName(u"abortButton"_s));
        press(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(uploads->topLevelItemCount(), 1, patience);
        QCOMPARE(uploads->topLevelItem(0)->text(0), u"two.bin"_s);
        QCOMPARE(look.openUploads(), 1);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!look.window.findChild<CleanUpDialog *>(), patience);
    }

    void whatRunsIsNotOfferedForCleaning()
    {
        Stage stage;
        Look look(stage);
        look.beginUpload(u"running.bin"_s);
        CleanUpDialog dialog(look.session);
        dialog.setBucket(bucket);
        auto *const note = dialog.findChild<QLabel *>(u"noteLabel"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(note->text().startsWith(u"No unfinished"), qPrintable(note->text()), patience);
        QCOMPARE(look.openUploads(), 1);
        look.pressButton(u"cancelButton"_s);
        look.reach(TransferState::Cancelled);
    }

    void aBucketThatMayNotBeLookedAtIsSaid()
    {
        Stage stage;
        Look look(stage);
        CleanUpDialog dialog(look.session);
        dialog.setBucket(u"sandbox-foreign"_s);
        auto *const note = dialog.findChild<QLabel *>(u"noteLabel"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(!note->text().isEmpty() && !note->text().startsWith(u"Looking"),
                                  qPrintable(note->text()), patience);
        QCOMPARE(dialog.findChild<QTreeWidget *>(u"uploadsTable"_s)->topLevelItemCount(), 0);
    }
};

QTEST_MAIN(tst_TransfersPane)
#include "tst_transferspane.moc"
