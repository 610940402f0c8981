#include "gui/storage/deletedialog.h"
#include "gui/storage/localfiles.h"
#include "gui/storage/placememory.h"
#include "gui/storage/previewtext.h"
#include "gui/storage/storagebrowser.h"
#include "gui/storage/storagepane.h"
#include "gui/support/drops.h"
#include "gui/support/fakestorage.h"
#include "gui/support/keyboard.h"
#include "store/settings/settings.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace braketeer;
using namespace braketeer::gui;
using namespace braketeer::test;
using namespace Qt::StringLiterals;

namespace {

/// A pane on a fake S3, shown and with the keyboard.
struct Stage
{
    Stage()
    {
        storage.put(u"my-bucket"_s, u"b.txt"_s, "22");
        storage.put(u"my-bucket"_s, u"a.csv"_s, "name,value\nx,\"1,5\"\n");
        storage.put(u"my-bucket"_s, u"scripts/bell.py"_s, "print('bell')\n");
        storage.put(u"my-bucket"_s, u"scripts/source.tar.gz"_s, "not really");
        storage.put(u"other-bucket"_s, u"x"_s);
        storage.regions.insert(u"other-bucket"_s, u"eu-central-1"_s);
    }

    void open()
    {
        pane.setAccess(storage.access());
        pane.resize(900, 400);
        pane.show();
        pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&pane));
        settle();
    }

    void settle()
    {
        QTRY_VERIFY(!navigator().isLoading() && navigator().listing().isSettled());
        QCoreApplication::processEvents();
    }

    void go(const QString &place)
    {
        press(Qt::Key_L, Qt::ControlModifier);
        type(place);
        press(Qt::Key_Return);
        settle();
    }

    StorageNavigator &navigator() { return pane.browser().navigator(); }

    template<class T>
    T *child(const QString &name)
    {
        return pane.findChild<T *>(name);
    }

    QStringList rows()
    {
        const QAbstractItemModel *model = navigator().isInBuckets()
                                              ? static_cast<QAbstractItemModel *>(&navigator().buckets())
                                              : &navigator().listing();
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, 0).data().toString());
        return names;
    }

    QString currentName()
    {
        const auto current = pane.browser().current();
        return current ? current->place.toString() : QString();
    }

    QTemporaryDir folder;
    std::shared_ptr<store::Settings> settings = std::make_shared<store::Settings>(folder.filePath(u"settings.ini"_s));
    FakeStorage storage;
    PlaceMemory memory{settings};
    StoragePane pane{memory};
};

template<class Dialog>
Dialog *openDialog()
{
    Dialog *found = nullptr;
    for (int tries = 0; !found && tries < 100; ++tries) {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *dialog = qobject_cast<Dialog *>(window); dialog && dialog->isVisible())
                found = dialog;
        }
        if (!found)
            QTest::qWait(10);
    }
    return found;
}

} // namespace

class tst_StoragePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void nothingIsAskedBeforeItIsShown()
    {
        Stage stage;
        stage.pane.setAccess(stage.storage.access());
        QTest::qWait(10);
        QVERIFY(!stage.navigator().isStarted());
        QCOMPARE(stage.storage.pagesAsked, 0);
        stage.open();
        QCOMPARE(stage.rows(), QStringList({u"my-bucket"_s, u"other-bucket"_s}));
    }

    void bucketsSayTheirRegion()
    {
        Stage stage;
        stage.open();
        QTRY_COMPARE(stage.navigator().buckets().index(1, BucketsModel::Region).data().toString(), u"eu-central-1"_s);
    }

    void theKeyboardGoesInAndOut()
    {
        Stage stage;
        stage.open();
        stage.pane.browser().focusRows();
        press(Qt::Key_Return);
        stage.settle();
        QCOMPARE(stage.rows(), QStringList({u"a.csv"_s, u"b.txt"_s, u"scripts/"_s}));
        QCOMPARE(stage.child<QLineEdit>(u"pathEdit"_s)->text(), u"s3://my-bucket/"_s);
        press(Qt::Key_End);
        press(Qt::Key_Return);
        stage.settle();
        QCOMPARE(stage.rows(), QStringList({u"bell.py"_s, u"source.tar.gz"_s}));
        press(Qt::Key_Backspace);
        stage.settle();
        QCOMPARE(stage.navigator().address(), u"s3://my-bucket/"_s);
        QTRY_COMPARE(stage.currentName(), u"s3://my-bucket/scripts/"_s);
        press(Qt::Key_Left, Qt::AltModifier);
        stage.settle();
        QCOMPARE(stage.navigator().address(), u"s3://my-bucket/scripts/"_s);
        press(Qt::Key_Right, Qt::AltModifier);
        stage.settle();
        press(Qt::Key_Up, Qt::AltModifier);
        stage.settle();
        QCOMPARE(stage.rows(), QStringList({u"my-bucket"_s, u"other-bucket"_s}));
    }

    void anAddressIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("selected");
        QTest::newRow("folder") << u"s3://my-bucket/scripts/"_s << u"s3://my-bucket/scripts/"_s << QString();
        QTest::newRow("folder without slash")
            << u"s3://my-bucket/scripts"_s << u"s3://my-bucket/scripts/"_s << QString();
        QTest::newRow("object") << u"s3://my-bucket/scripts/bell.py"_s << u"s3://my-bucket/scripts/bell.py"_s
                                << u"s3://my-bucket/scripts/bell.py"_s;
        QTest::newRow("beginning") << u"s3://my-bucket/scripts/so"_s << u"s3://my-bucket/scripts/so"_s << QString();
        QTest::newRow("ARN") << u"arn:aws:s3:::my-bucket/scripts/"_s << u"s3://my-bucket/scripts/"_s << QString();
        QTest::newRow("URL") << u"https://my-bucket.s3.us-west-2.amazonaws.com/scripts/"_s
                             << u"s3://my-bucket/scripts/"_s << QString();
    }

    void anAddressIsTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, place);
        QFETCH(const QString, selected);
        Stage stage;
        stage.open();
        stage.go(typed);
        QTRY_COMPARE(stage.navigator().address(), place);
        stage.settle();
        QCOMPARE(stage.currentName(), selected);
    }

    void whatIsNoAddressIsSaid()
    {
        Stage stage;
        stage.open();
        stage.go(u"what is this?"_s);
        QVERIFY(!stage.navigator().trouble().isEmpty());
        QVERIFY(stage.child<QLabel>(u"troubleLabel"_s)->isVisible());
        QVERIFY(stage.child<QLineEdit>(u"pathEdit"_s)->hasFocus());
        press(Qt::Key_Escape); // gives back the place one is at
        QCOMPARE(stage.child<QLineEdit>(u"pathEdit"_s)->text(), QString());
    }

    void withoutTheListOfBucketsAnAddressWorks()
    {
        Stage stage;
        stage.storage.bucketsRefused = true;
        stage.open();
        QVERIFY(stage.navigator().trouble().contains(u"s3:ListAllMyBuckets"));
        QVERIFY(!stage.child<QPushButton>(u"retryButton"_s)->isVisible());
        stage.go(u"s3://my-bucket/scripts/"_s);
        QCOMPARE(stage.rows(), QStringList({u"bell.py"_s, u"source.tar.gz"_s}));
        QVERIFY(!stage.child<QLabel>(u"troubleLabel"_s)->isVisible());
    }

    void withoutAListingAnObjectCanBeTyped()
    {
        Stage stage;
        stage.storage.unlistable.insert(u"my-bucket"_s);
        stage.open();
        stage.go(u"s3://my-bucket/scripts/"_s);
        QVERIFY(stage.navigator().trouble().contains(u"s3:ListBucket"));
        stage.go(u"s3://my-bucket/scripts/bell.py"_s);
        QTRY_COMPARE(stage.rows(), QStringList{u"bell.py"_s});
        QTRY_COMPARE(stage.currentName(), u"s3://my-bucket/scripts/bell.py"_s);
        stage.go(u"s3://my-bucket/scripts/absent.py"_s);
        QTRY_VERIFY(stage.navigator().trouble().contains(u"no such object"));
    }

    void aFailureCanBeTriedAgain()
    {
        Stage stage;
        stage.open();
        stage.go(u"s3://absent-bucket/"_s);
        QVERIFY(stage.child<QPushButton>(u"retryButton"_s)->isVisible());
        stage.storage.put(u"absent-bucket"_s, u"here"_s);
        stage.child<QPushButton>(u"retryButton"_s)->click();
        stage.settle();
        QCOMPARE(stage.rows(), QStringList{u"here"_s});
        QVERIFY(!stage.child<QLabel>(u"troubleLabel"_s)->isVisible());
    }

    void theFilterIsLocalAndEnterSearchesAtTheServer()
    {
        Stage stage;
        for (int number = 0; number < 3000; ++number)
            stage.storage.put(u"my-bucket"_s, u"many/run-%1"_s.arg(number, 4, 10, QChar(u'0')));
        stage.open();
        stage.go(u"s3://my-bucket/many/"_s);
        const int asked = stage.storage.pagesAsked;
        auto *const filter = stage.child<QLineEdit>(u"filterEdit"_s);
        filter->setFocus();
        type(u"UN-000"_s);
        stage.settle();
        QCOMPARE(stage.rows().size(), 10);
        QCOMPARE(stage.storage.pagesAsked, asked);
        filter->clear();
        type(u"run-29"_s);
        stage.settle();
        QCOMPARE(stage.rows().size(), 0); // not among the first thousand
        press(Qt::Key_Return);
        stage.settle();
        QCOMPARE(stage.rows().size(), 100);
        QCOMPARE(stage.navigator().address(), u"s3://my-bucket/many/run-29"_s);
        QCOMPARE(stage.navigator().folder().toString(), u"s3://my-bucket/many/"_s);
        press(Qt::Key_Backspace); // up: out of the search
        stage.settle();
        QCOMPARE(stage.navigator().address(), u"s3://my-bucket/many/"_s);
    }

    void aSelectionSurvivesTheFilter()
    {
        Stage stage;
        stage.open();
        stage.go(u"s3://my-bucket/"_s);
        QTableView *const table = stage.pane.browser().objectsTable();
        table->selectRow(1);
        auto *const filter = stage.child<QLineEdit>(u"filterEdit"_s);
        filter->setText(u"csv"_s);
        stage.settle();
        QCOMPARE(stage.pane.browser().selectedCount(), 0);
        filter->clear();
        stage.settle();
        QTRY_COMPARE(stage.currentName(), u"s3://my-bucket/b.txt"_s);
    }

    void controlEndLoadsAllAndGoesToTheLastRow()
    {
        Stage stage;
        for (int number = 0; number < 2500; ++number)
            stage.storage.put(u"my-bucket"_s, u"many/run-%1"_s.arg(number, 4, 10, QChar(u'0')));
        stage.open();
        stage.go(u"s3://my-bucket/many/"_s);
        stage.pane.browser().focusRows();
        press(Qt::Key_End, Qt::ControlModifier);
        QTRY_COMPARE(stage.rows().size(), 2500);
        QTRY_COMPARE(stage.currentName(), u"s3://my-bucket/many/run-2499"_s);
    }

    void placesAreRememberedByProfile()
    {
        Stage stage;
        stage.open();
        stage.go(u"s3://my-bucket/scripts/"_s);
        stage.child<QAbstractButton>(u"bookmarkButton"_s)->click();
        QCOMPARE(stage.memory.bookmarks(), (QList<core::S3Uri>{{u"my-bucket"_s, u"scripts/"_s}}));
        QCOMPARE(stage.memory.recents().constFirst().toString(), u"s3://my-bucket/scripts/"_s);
        PlaceMemory other(stage.settings);
        other.setOwner(u"somebody else"_s);
        QVERIFY(other.bookmarks().isEmpty());
        QVERIFY(other.recents().isEmpty());
        other.setOwner(u"research"_s);
        QCOMPARE(other.bookmarks().size(), 1);
        stage.child<QAbstractButton>(u"bookmarkButton"_s)->click();
        QVERIFY(other.bookmarks().isEmpty());
    }

    void whatIsCopied_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("text");
        QTest::newRow("URI") << u"storage.copyuri"_s << u"s3://my-bucket/b.txt"_s;
        QTest::newRow("URL") << u"storage.copyurl"_s << u"https://my-bucket.s3.us-west-2.amazonaws.com/b.txt"_s;
        QTest::newRow("ARN") << u"storage.copyarn"_s << u"arn:aws:s3:::my-bucket/b.txt"_s;
    }

    void whatIsCopied()
    {
        QFETCH(const QString, action);
        QFETCH(const QString, text);
        Stage stage;
        stage.open();
        stage.go(u"s3://my-bucket/"_s);
        stage.pane.browser().objectsTable()->selectRow(1);
        stage.child<QAction>(action)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
    }

    void deletingCountsFirstAndAsks()
    {
        Stage stage;
        stage.open();
        stage.go(u"s3://my-bucket/"_s);
        stage.pane.browser().objectsTable()->selectAll();
        stage.child<QAction>(u"storage.delete"_s)->trigger();
        const QPointer<DeleteDialog> dialog = openDialog<DeleteDialog>();
        QVERIFY(dialog);
        auto *const yes = dialog->findChild<QPushButton *>(u"deleteButton"_s);
        QTRY_VERIFY(yes->isEnabled());
        QVERIFY2(dialog->findChild<QLabel *>(u"questionLabel"_s)->text().contains(u"4 object"),
                 qPrintable(dialog->findChild<QLabel *>(u"questionLabel"_s)->text()));
        QCOMPARE(stage.storage.buckets[u"my-bucket"_s].size(), size_t(4));
        yes->click();
        QTRY_VERIFY(!dialog);
        stage.settle();
        QVERIFY(stage.storage.buckets[u"my-bucket"_s].empty());
        QVERIFY(stage.rows().isEmpty());
    }

    void deletingCanBeCancelled()
    {
        Stage stage;
        stage.open();
        stage.go(u"s3://my-bucket/"_s);
        stage.pane.browser().objectsTable()->selectAll();
        stage.child<QAction>(u"storage.delete"_s)->trigger();
        const QPointer<DeleteDialog> dialog = openDialog<DeleteDialog>();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QCOMPARE(stage.storage.buckets[u"my-bucket"_s].size(), size_t(4));
    }

    void aPresignedUrlLastsAsLongAsChosen()
    {
        Stage stage;
        stage.open();
        stage.go(u"s3://my-bucket/"_s);
        stage.pane.browser().objectsTable()->selectRow(1);
        stage.child<QAction>(u"storage.presign"_s)->trigger();
        const QPointer<QDialog> dialog = openDialog<QDialog>();
        QVERIFY(dialog);
        auto *const url = dialog->findChild<QLineEdit *>(u"urlEdit"_s);
        QTRY_COMPARE(url->text(), u"https://signed/b.txt?X-Amz-Expires=3600"_s);
        dialog->findChild<QComboBox *>(u"expiryBox"_s)->setCurrentIndex(4);
        QTRY_COMPARE(url->text(), u"https://signed/b.txt?X-Amz-Expires=604800"_s);
        dialog->close();
    }

    void aPreviewShows_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("view");
        QTest::newRow("text") << u"a.txt"_s << "hello"_ba << u"textView"_s;
        QTest::newRow("table") << u"a.csv"_s << "a,b\n1,2\n"_ba << u"tableView"_s;
        QTest::newRow("bytes") << u"a.bin"_s << QByteArray("\x00\x01\xff", 3) << u"textView"_s;
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray png;
        QBuffer buffer(&png);
        image.save(&buffer, "png");
        QTest::newRow("image") << u"plot"_s << png << u"imageView"_s;
    }

    void aPreviewShows()
    {
        QFETCH(const QString, key);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, view);
        Stage stage;
        stage.storage = {};
        stage.storage.put(u"my-bucket"_s, key, bytes);
        stage.open();
        stage.go(u"s3://my-bucket/"_s);
        stage.pane.browser().focusRows();
        press(Qt::Key_Return);
        const QPointer<QDialog> dialog = openDialog<QDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->findChild<QWidget *>(view));
        const QString note = dialog->findChild<QLabel *>(u"noteLabel"_s)->text();
        QCOMPARE(note.endsWith(u", 40 × 30 pixels"_s), view == u"imageView"_s);
        dialog->close();
    }

    void anImageOfTooManyPixelsIsNotDecoded()
    {
        // A PNG whose header promises 60,000 by 60,000 pixels.
        QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452"
                                             "0000ea600000ea600802000000");
        png += QByteArray::fromHex("00000000"); // a wrong checksum will do: nothing may be read that far
        Stage stage;
        stage.storage = {};
        stage.storage.put(u"my-bucket"_s, u"bomb.png"_s, png);
        stage.open();
        stage.go(u"s3://my-bucket/"_s);
        stage.pane.browser().focusRows();
        press(Qt::Key_Return);
        const QPointer<QDialog> dialog = openDialog<QDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"noteLabel"_s)->text().contains(u"pixels"));
        QVERIFY(!dialog->findChild<QWidget *>(u"imageView"_s));
        dialog->close();
    }

    void jsonIsIndentedWithoutAnyOtherChange()
    {
        QCOMPARE(indentedJson(u"{\"b\":1.50,\"a\":[\"x,{\\\"\",2]}"_s),
                 u"{\n  \"b\": 1.50,\n  \"a\": [\n    \"x,{\\\"\",\n    2\n  ]\n}"_s);
        QCOMPARE(indentedJson(u"{\"cut\":\"of"_s), u"{\n  \"cut\": \"of"_s);
    }

    void tablesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<QStringList>>("rows");
        using Rows = QList<QStringList>;
        QTest::newRow("quotes") << u"a,b\n\"1,5\",\"say \"\"hi\"\"\"\n"_s
                                << Rows{{u"a"_s, u"b"_s}, {u"1,5"_s, u"say \"hi\""_s}};
        QTest::newRow("semicolons") << u"a;b\r\n1;2"_s << Rows{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("tabs") << u"a\tb\n"_s << Rows{{u"a"_s, u"b"_s}};
        QTest::newRow("nothing") << QString() << Rows{};
    }

    void tablesAreRead()
    {
        QFETCH(const QString, text);
        QFETCH(const QList<QStringList>, rows);
        QCOMPARE(tableRows(text, false, 100, 100), rows);
    }

    void aHostileKeyNeverLeavesTheFolder_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("usable");
        QTest::newRow("plain") << u"a/b c.txt"_s << true;
        QTest::newRow("up") << u"../x"_s << false;
        QTest::newRow("up inside") << u"a/../../x"_s << false;
        QTest::newRow("absolute") << u"/etc/passwd"_s << false;
        QTest::newRow("empty segment") << u"a//b"_s << false;
        QTest::newRow("backslash") << u"a\\..\\b"_s << false;
        QTest::newRow("line end") << u"a\nb"_s << false;
        QTest::newRow("dots in a name") << u"a..b"_s << true;
    }

    void aHostileKeyNeverLeavesTheFolder()
    {
        QFETCH(const QString, key);
        QFETCH(const bool, usable);
        const auto file = fileBelow(u"/home/me/out"_s, key);
        QCOMPARE(file.has_value(), usable);
        if (file)
            QVERIFY(QDir::cleanPath(*file).startsWith(u"/home/me/out/"));
    }

    void droppedFilesAreUploadedAfterAQuestion()
    {
        Stage stage;
        QDir(stage.folder.path()).mkpath(u"code/sub"_s);
        for (const QString &name : {u"code/a.py"_s, u"code/sub/b.py"_s}) {
            QFile file(stage.folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        stage.open();
        stage.go(u"s3://my-bucket/scripts/"_s);
        QSignalSpy wanted(&stage.pane, &StoragePane::uploadWanted);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(stage.folder.filePath(u"code"_s))});
        QVERIFY(dropOn(stage.pane, mime));
        const QPointer<QDialog> box = openDialog<QDialog>();
        QVERIFY(box);
        QTest::qWait(10);
        QCOMPARE(wanted.size(), 0);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(wanted.size(), 2);
        QStringList places;
        for (const QList<QVariant> &call : wanted)
            places.append(call.at(1).value<core::S3Uri>().toString());
        places.sort();
        QCOMPARE(places,
                 QStringList({u"s3://my-bucket/scripts/code/a.py"_s, u"s3://my-bucket/scripts/code/sub/b.py"_s}));
    }

    void filesAreReplacedOnlyAfterAQuestion_data()
    {
        QTest::addColumn<QString>("button"); ///< empty: Esc
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<bool>("replace");
        QTest::newRow("replace") << u"replaceButton"_s
                                 << QStringList{u"a.csv"_s, u"b.txt"_s, u"scripts/bell.py"_s,
                                                u"scripts/source.tar.gz"_s}
                                 << true;
        QTest::newRow("skip") << u"skipButton"_s << QStringList{u"a.csv"_s, u"scripts/source.tar.gz"_s} << false;
        QTest::newRow("cancel") << QString() << QStringList() << false;
    }

    void filesAreReplacedOnlyAfterAQuestion()
    {
        QFETCH(const QString, button);
        QFETCH(const QStringList, wanted);
        QFETCH(const bool, replace);
        Stage stage;
        const QDir target(stage.folder.filePath(u"target"_s));
        QVERIFY(target.mkpath(u"scripts"_s));
        for (const QString &name : {u"b.txt"_s, u"scripts/bell.py"_s}) {
            QFile file(target.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        stage.open();
        stage.go(u"s3://my-bucket/"_s);
        stage.pane.browser().objectsTable()->selectAll();
        QSignalSpy asked(&stage.pane, &StoragePane::downloadWanted);
        stage.child<QAction>(u"storage.download"_s)->trigger();
        const QPointer<QFileDialog> chooser = openDialog<QFileDialog>();
        QVERIFY(chooser);
        chooser->selectFile(target.path());
        QMetaObject::invokeMethod(chooser, "accept");
        QTRY_VERIFY(!chooser);
        const QPointer<QMessageBox> box = openDialog<QMessageBox>();
        QVERIFY(box);
        QVERIFY2(box->text().startsWith(u"2 "), qPrintable(box->text()));
        QCOMPARE(box->informativeText(), u"b.txt\nscripts/bell.py"_s);
        QCOMPARE(asked.size(), 0);
        if (button.isEmpty())
            QTest::keyClick(box, Qt::Key_Escape);
        else
            QTest::keyClick(box->findChild<QPushButton *>(button), Qt::Key_Space);
        QTRY_VERIFY(!box);
        QStringList files;
        for (const QList<QVariant> &call : std::as_const(asked)) {
            files.append(target.relativeFilePath(call.at(1).toString()));
            QCOMPARE(call.at(2).toBool(), replace);
        }
        files.sort();
        QCOMPARE(files, wanted);
    }

    void withoutFilesThereNobodyIsAsked()
    {
        Stage stage;
        stage.open();
        stage.go(u"s3://my-bucket/"_s);
        stage.pane.browser().objectsTable()->selectRow(2);
        QSignalSpy asked(&stage.pane, &StoragePane::downloadWanted);
        stage.child<QAction>(u"storage.download"_s)->trigger();
        const QPointer<QFileDialog> chooser = openDialog<QFileDialog>();
        QVERIFY(chooser);
        chooser->selectFile(stage.folder.path());
        QMetaObject::invokeMethod(chooser, "accept");
        QTRY_COMPARE(asked.size(), 2);
        QCOMPARE(asked.first().at(2).toBool(), false); // one that appears meanwhile stays
    }

    void aFolderIsDownloadedObjectByObject()
    {
        Stage stage;
        stage.open();
        stage.go(u"s3://my-bucket/"_s);
        QVERIFY(!stage.child<QAction>(u"storage.download"_s)->isEnabled());
        stage.pane.browser().objectsTable()->selectRow(2);
        QVERIFY(stage.child<QAction>(u"storage.download"_s)->isEnabled());
        QVERIFY(!stage.child<QAction>(u"storage.presign"_s)->isEnabled()); // not of a folder
    }
};

QTEST_MAIN(tst_StoragePane)
#include "tst_storagepane.moc"
