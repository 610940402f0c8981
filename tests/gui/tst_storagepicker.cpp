#include "gui/job/jobdocument.h"
#include "gui/kit/s3uriedit.h"
#include "gui/storage/placememory.h"
#include "gui/storage/storagebrowser.h"
#include "gui/storage/storagepicker.h"
#include "gui/storage/transfersmodel.h"
#include "gui/storage/transferspane.h"
#include "gui/support/drops.h"
#include "gui/support/fakestorage.h"
#include "gui/support/keyboard.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace braketeer;
using namespace braketeer::gui;
using namespace braketeer::test;
using namespace Qt::StringLiterals;

namespace {

/// A picker on a fake S3 with the keyboard in it.
struct Stage
{
    explicit Stage(PlaceKind kind)
    {
        storage.put(u"my-bucket"_s, u"code/bell.py"_s, "print()");
        storage.put(u"my-bucket"_s, u"code/source.tar.gz"_s, "archive");
        storage.put(u"my-bucket"_s, u"code/empty.tar.gz"_s, {});
        storage.put(u"my-bucket"_s, u"readme.txt"_s, "text");
        storage.put(u"far-bucket"_s, u"out/x"_s);
        storage.regions.insert(u"far-bucket"_s, u"eu-west-2"_s);
        picker = std::make_unique<StoragePicker>(storage.access(), memory, kind);
        QObject::connect(picker.get(), &StoragePicker::picked, picker.get(),
                         [this](const core::S3Uri &place) { picked = place.toString(); });
    }

    void open(const QString &fieldText)
    {
        picker->open();
        picker->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(picker.get()));
        picker->openAt(fieldText);
        settle();
    }

    void settle()
    {
        StorageNavigator &navigator = picker->browser().navigator();
        QTRY_VERIFY(!navigator.isLoading() && navigator.listing().isSettled());
        QCoreApplication::processEvents();
    }

    QPushButton *button() { return picker->findChild<QPushButton *>(u"chooseButton"_s); }

    QString reason() { return picker->findChild<QLabel *>(u"reasonLabel"_s)->text(); }

    FakeStorage storage;
    PlaceMemory memory{nullptr};
    std::unique_ptr<StoragePicker> picker;
    QString picked;
};

} // namespace

class tst_StoragePicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aScriptIsPickedByKeyboard()
    {
        Stage stage(PlaceKind::Object);
        stage.open({});
        QVERIFY(!stage.button()->isEnabled());
        press(Qt::Key_End); // my-bucket
        press(Qt::Key_Return);
        stage.settle();
        press(Qt::Key_Home); // code/
        QVERIFY(!stage.button()->isEnabled());
        QVERIFY(stage.reason().contains(u"one object"));
        press(Qt::Key_Return);
        stage.settle();
        press(Qt::Key_End);
        QVERIFY(stage.button()->isEnabled());
        QCOMPARE(stage.button()->text(), u"Choose “source.tar.gz”"_s);
        press(Qt::Key_Return);
        QCOMPARE(stage.picked, u"s3://my-bucket/code/source.tar.gz"_s);
        QVERIFY(!stage.picker->isVisible());
    }

    void itOpensWhereTheFieldPoints()
    {
        Stage stage(PlaceKind::Object);
        stage.open(u"s3://my-bucket/code/source.tar.gz"_s);
        QCOMPARE(stage.picker->browser().navigator().address(), u"s3://my-bucket/code/"_s);
        QTRY_COMPARE(stage.picker->browser().current()->place.key, u"code/source.tar.gz"_s);
        QVERIFY(stage.button()->isEnabled());
    }

    void whatDoesNotFitSaysWhy_data()
    {
        QTest::addColumn<PlaceKind>("kind");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("reason");
        QTest::newRow("folder as script") << PlaceKind::Object << u"code/"_s << u"one object"_s;
        QTest::newRow("object as script") << PlaceKind::Object << u"readme.txt"_s << QString();
        QTest::newRow("folder as input") << PlaceKind::PrefixOrObject << u"code/"_s << QString();
        QTest::newRow("object as input") << PlaceKind::PrefixOrObject << u"readme.txt"_s << QString();
        QTest::newRow("object as output") << PlaceKind::Prefix << u"readme.txt"_s << u"needs a folder"_s;
        QTest::newRow("folder as output") << PlaceKind::Prefix << u"code/"_s << QString();
    }

    void whatDoesNotFitSaysWhy()
    {
        QFETCH(const PlaceKind, kind);
        QFETCH(const QString, key);
        QFETCH(const QString, reason);
        Stage stage(kind);
        stage.open(u"s3://my-bucket/"_s);
        stage.picker->browser().selectKey(key);
        QTRY_COMPARE(stage.picker->browser().current()->place.key, key);
        QCOMPARE(stage.button()->isEnabled(), reason.isEmpty());
        if (!reason.isEmpty())
            QVERIFY2(stage.reason().contains(reason), qPrintable(stage.reason()));
    }

    void anEmptyScriptIsRefused()
    {
        Stage stage(PlaceKind::Object);
        stage.open(u"s3://my-bucket/code/empty.tar.gz"_s);
        QTRY_VERIFY(stage.reason().contains(u"empty"));
        QVERIFY(!stage.button()->isEnabled());
    }

    void anOutputMayBeNamedThatIsNotThereYet()
    {
        Stage stage(PlaceKind::Prefix);
        stage.open(u"s3://my-bucket/code/"_s);
        QCOMPARE(*stage.picker->choice(), (core::S3Uri{u"my-bucket"_s, u"code"_s}));
        QVERIFY(tabToName(u"nameEdit"_s));
        type(u"run 7"_s);
        QCOMPARE(*stage.picker->choice(), (core::S3Uri{u"my-bucket"_s, u"code/run 7"_s}));
        press(Qt::Key_Return);
        QCOMPARE(stage.picked, u"s3://my-bucket/code/run 7"_s);
    }

    void aWholeBucketIsNoOutput()
    {
        Stage stage(PlaceKind::Prefix);
        stage.open(u"s3://my-bucket/"_s);
        QVERIFY(!stage.button()->isEnabled());
        QVERIFY(stage.reason().contains(u"whole bucket"));
    }

    void anotherRegionIsSaid()
    {
        Stage stage(PlaceKind::PrefixOrObject);
        stage.open(u"s3://far-bucket/out/"_s);
        QTRY_VERIFY(stage.reason().contains(u"eu-west-2"));
        QVERIFY(stage.reason().contains(u"us-west-2"));
        QVERIFY(stage.button()->isEnabled()); // said, not forbidden
    }

    void aDefaultPlaceIsOffered()
    {
        Stage stage(PlaceKind::Prefix);
        stage.storage.put(u"amazon-braket-us-west-2-000000000000"_s, u"x"_s);
        stage.open({});
        stage.picker->offer({{u"Output"_s, {u"amazon-braket-us-west-2-000000000000"_s, u"jobs/a/1/data"_s}}});
        stage.picker->findChild<QPushButton *>(u"offerButton"_s)->click();
        QTRY_COMPARE(stage.picked, u"s3://amazon-braket-us-west-2-000000000000/jobs/a/1/data"_s);
        QVERIFY(stage.storage.created.isEmpty());
    }

    void aMissingDefaultBucketIsMadeAfterAQuestion()
    {
        Stage stage(PlaceKind::Prefix);
        stage.storage.missing.insert(u"new-bucket"_s);
        stage.open({});
        stage.picker->offer({{u"Output"_s, {u"new-bucket"_s, u"jobs/a/1/data"_s}}});
        stage.picker->findChild<QPushButton *>(u"offerButton"_s)->click();
        QTRY_VERIFY(stage.picker->findChild<QMessageBox *>(u"createBucketBox"_s));
        QVERIFY(stage.storage.created.isEmpty());
        QTest::keyClick(stage.picker->findChild<QMessageBox *>(u"createBucketBox"_s), Qt::Key_Return);
        QTRY_COMPARE(stage.picked, u"s3://new-bucket/jobs/a/1/data"_s);
        QCOMPARE(stage.storage.created, QStringList{u"new-bucket us-west-2"_s});
    }

    void fieldsKnowWhatTheyTake_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<PlaceKind>("kind");
        QTest::newRow("script") << u"algorithmSpecification.scriptModeConfig.s3Uri"_s << PlaceKind::Object;
        QTest::newRow("input") << u"inputDataConfig[].dataSource.s3DataSource.s3Uri"_s << PlaceKind::PrefixOrObject;
        QTest::newRow("output") << u"outputDataConfig.s3Path"_s << PlaceKind::Prefix;
        QTest::newRow("checkpoints") << u"checkpointConfig.s3Uri"_s << PlaceKind::Prefix;
    }

    void fieldsKnowWhatTheyTake()
    {
        QFETCH(const QString, member);
        QFETCH(const PlaceKind, kind);
        QCOMPARE(placeKindOf(member), kind);
    }

    void anObjectIsDroppedOnAField()
    {
        S3UriEdit edit;
        edit.setText(u"s3://old/text"_s);
        const QSignalSpy edited(&edit, &QLineEdit::textEdited);
        QMimeData mime;
        mime.setText(u"s3://my-bucket/a b%.txt"_s);
        mime.setUrls({QUrl::fromEncoded("s3://my-bucket/a%20b%25.txt")});
        QVERIFY(dropOn(edit, mime));
        QCOMPARE(edit.text(), u"s3://my-bucket/a b%.txt"_s);
        QVERIFY(!edited.isEmpty()); // the document learns of it
    }

    void aFileIsNotDroppedOnAField()
    {
        S3UriEdit edit;
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(u"/tmp/a.py"_s)});
        QVERIFY(!dropOn(edit, mime));
        QVERIFY(edit.text().isEmpty());
    }

    void browseIsReachedByTab()
    {
        QWidget form;
        auto *edit = new S3UriEdit(&form);
        const QSignalSpy asked(edit, &S3UriEdit::browseRequested);
        form.show();
        form.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        edit->setFocus();
        press(Qt::Key_Tab);
        press(Qt::Key_Space);
        QCOMPARE(asked.size(), 1);
    }

    void transfersSayHowFarTheyAre()
    {
        TransfersModel model;
        flows::TransferStatus status;
        status.id = 4;
        status.path = u"/home/me/source.tar.gz"_s;
        status.place = {u"my-bucket"_s, u"code/source.tar.gz"_s};
        status.state = flows::TransferState::Running;
        status.bytesDone = 512;
        status.bytesTotal = 2048;
        status.bytesPerSecond = 1024;
        status.timeLeft = std::chrono::seconds(90);
        model.take(status);
        const auto text = [&model](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(text(TransfersModel::Name), u"source.tar.gz"_s);
        QCOMPARE(text(TransfersModel::Progress), u"512 bytes of 2.0 kB"_s);
        QCOMPARE(text(TransfersModel::State), u"Running"_s);
        QCOMPARE(text(TransfersModel::Rate), u"1.0 kB/s"_s);
        QCOMPARE(text(TransfersModel::TimeLeft), u"2 min"_s);
        QCOMPARE(model.index(0, TransfersModel::Progress).data(TransfersModel::PercentRole).toInt(), 25);
        QCOMPARE(model.unfinishedCount(flows::Direction::Upload), 1);
        status.state = flows::TransferState::Failed;
        status.error = core::Error();
        status.error->message = u"The disk is full."_s;
        model.take(status);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, TransfersModel::State).data(Qt::ToolTipRole).toString(), u"The disk is full."_s);
    }

    void transfersAreActedOn_data()
    {
        QTest::addColumn<flows::TransferState>("state");
        QTest::addColumn<QStringList>("possible");
        using flows::TransferState;
        QTest::newRow("queued") << TransferState::Queued << QStringList{u"pause"_s, u"cancel"_s};
        QTest::newRow("running") << TransferState::Running << QStringList{u"pause"_s, u"cancel"_s};
        QTest::newRow("paused") << TransferState::Paused << QStringList{u"resume"_s, u"cancel"_s};
        QTest::newRow("failed") << TransferState::Failed << QStringList{u"retry"_s, u"clear"_s};
        QTest::newRow("done") << TransferState::Done << QStringList{u"clear"_s};
    }

    void transfersAreActedOn()
    {
        QFETCH(const flows::TransferState, state);
        QFETCH(const QStringList, possible);
        TransfersModel model;
        TransfersPane pane(model);
        flows::TransferStatus status;
        status.id = 9;
        status.state = state;
        model.take(status);
        pane.findChild<QTableView *>(u"transfersTable"_s)->selectRow(0);
        QStringList enabled;
        for (const QString &name : {u"pause"_s, u"resume"_s, u"cancel"_s, u"retry"_s, u"clear"_s}) {
            if (pane.findChild<QPushButton *>(name + u"Button"_s)->isEnabled())
                enabled.append(name);
        }
        QCOMPARE(enabled, possible);
        QSignalSpy cancel(&pane, &TransfersPane::cancelWanted);
        pane.findChild<QAction *>(u"transfers.cancel"_s)->trigger();
        QCOMPARE(cancel.size(), possible.contains(u"cancel"_s) ? 1 : 0);
        if (!cancel.isEmpty())
            QCOMPARE(cancel.constFirst().constFirst().toLongLong(), 9);
    }
};

QTEST_MAIN(tst_StoragePicker)
#include "tst_storagepicker.moc"
