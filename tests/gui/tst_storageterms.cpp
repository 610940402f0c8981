#include "gui/storage/placememory.h"
#include "gui/storage/storagebrowser.h"
#include "gui/storage/storagepane.h"
#include "gui/storage/termschooser.h"
#include "gui/support/keyboard.h"
#include "gui/support/stage.h"
#include "support/patience.h"

#include <QAction>
#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace braketeer;
using namespace braketeer::gui;
using namespace braketeer::test;
using namespace Qt::StringLiterals;
using flows::BucketTerms;

namespace {

const QString paid = u"s3://sandbox-requester-pays/scripts/"_s;
const QString open = u"s3://sandbox-public/scripts/"_s;

/// A window on the demo, with its S3 pane at one place.
struct Look
{
    explicit Look(Stage &stage, const QString &place) : service(*stage.service), window(stage.openWindow())
    {
        press(Qt::Key_L, Qt::ControlModifier);
        pane = window->findChild<StoragePane *>();
        if (!pane)
            qFatal("There is no S3 pane.");
        type(place);
        press(Qt::Key_Return);
        settle();
    }

    void settle() const
    {
        const StorageNavigator &navigator = pane->browser().navigator();
        QTRY_VERIFY_WITH_TIMEOUT(!navigator.isLoading() && navigator.listing().isSettled(), patience);
    }

    /// From the line for the place, by Tab.
    bool reach(const QString &name) const
    {
        press(Qt::Key_L, Qt::ControlModifier);
        return tabToName(name);
    }

    int rows() const { return pane->browser().navigator().listing().rowCount(); }

    bool offers(const QString &name) const { return pane->findChild<QWidget *>(name)->isVisible(); }

    QToolButton *badge() const { return pane->findChild<QToolButton *>(u"termsButton"_s); }

    /// What the last request for this operation had in a header; empty where it had none.
    QByteArray sent(const QString &operation, const QByteArray &header) const
    {
        const auto requests = service.requests();
        const auto last = std::find_if(requests.crbegin(), requests.crend(),
                                       [&](const auto &request) { return request.operation == operation; });
        if (last == requests.crend())
            return "no such request";
        const auto found = std::find_if(last->headers.cbegin(), last->headers.cend(), [&](const auto &each) {
            return each.first.compare(header, Qt::CaseInsensitive) == 0;
        });
        return found == last->headers.cend() ? QByteArray() : found->second;
    }

    void agreeToPay() const
    {
        QMessageBox *box = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((box = window->findChild<QMessageBox *>(u"requesterPaysBox"_s)), patience);
        QTRY_VERIFY_WITH_TIMEOUT(box->isAncestorOf(QApplication::focusWidget()), patience);
        QVERIFY2(box->informativeText().contains(u"demo"), qPrintable(box->informativeText())); // who pays
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!window->findChild<QMessageBox *>(u"requesterPaysBox"_s), patience);
        window->activateWindow(); // without a window manager nobody gives the keyboard back
        settle();
    }

    sandbox::Sandbox &service;
    std::unique_ptr<MainWindow> window;
    StoragePane *pane = nullptr;
};

core::Error refused(int status, const QString &code, core::Error::Kind kind = core::Error::Kind::Service)
{
    core::Error error;
    error.kind = kind;
    error.httpStatus = status;
    error.serviceCode = code;
    return error;
}

} // namespace

/// Buckets that are asked on other terms: whoever asks pays, or nothing is signed.
class tst_StorageTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whoAgreesToPayIsLetIn()
    {
        Stage stage;
        const Look look(stage, paid);
        QCOMPARE(look.rows(), 0);
        QVERIFY(look.offers(u"requesterPaysButton"_s));
        QCOMPARE(look.badge()->toolButtonStyle(), Qt::ToolButtonIconOnly);
        QVERIFY(look.reach(u"requesterPaysButton"_s));
        press(Qt::Key_Space);
        look.agreeToPay();
        QVERIFY(look.rows() > 0);
        QVERIFY(!look.offers(u"requesterPaysButton"_s));
        QVERIFY(!look.pane->findChild<QWidget *>(u"troubleBar"_s)->isVisible());
        QCOMPARE(look.badge()->text(), u"Requester pays"_s);
        QCOMPARE(look.badge()->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
        QVERIFY(look.badge()->accessibleName().contains(u"Requester pays"));
        QCOMPARE(look.sent(u"ListObjectsV2"_s, "x-amz-request-payer"), "requester"_ba);
    }

    void nobodyPaysWithoutAYes()
    {
        Stage stage;
        const Look look(stage, paid);
        QVERIFY(look.reach(u"requesterPaysButton"_s));
        press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(look.window->findChild<QMessageBox *>(u"requesterPaysBox"_s), patience);
        const int requests = look.service.requestCount(u"ListObjectsV2"_s);
        QTest::keyClick(look.window->findChild<QMessageBox *>(u"requesterPaysBox"_s), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!look.window->findChild<QMessageBox *>(u"requesterPaysBox"_s), patience);
        QCOMPARE(look.badge()->text(), u"Signed"_s);
        QVERIFY(!look.window->findChild<QAction *>(u"storage.requesterpays"_s)->isChecked());
        QCOMPARE(look.service.requestCount(u"ListObjectsV2"_s), requests);
    }

    void allThatIsDoneThereIsPaidFor()
    {
        Stage stage;
        const Look look(stage, paid);
        QVERIFY(look.reach(u"requesterPaysButton"_s));
        press(Qt::Key_Space);
        look.agreeToPay();
        look.pane->browser().focusRows();
        press(Qt::Key_Return); // preview
        QTRY_COMPARE_WITH_TIMEOUT(look.sent(u"GetObject"_s, "x-amz-request-payer"), "requester"_ba, patience);
        QDialog *dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = look.window->findChild<QDialog *>(u"previewDialog"_s)), patience);
        dialog->close();

        look.window->findChild<QAction *>(u"storage.presign"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT((dialog = look.window->findChild<QDialog *>(u"PresignDialog"_s)), patience);
        const auto *const url = dialog->findChild<QLineEdit *>(u"urlEdit"_s);
        QTRY_VERIFY_WITH_TIMEOUT(url->text().contains(u"x-amz-request-payer=requester"), patience);
        dialog->close();

        const QString file = stage.folder.filePath(u"paid.py"_s);
        look.window->findChild<QAction *>(u"storage.download"_s)->trigger();
        QFileDialog *chooser = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((chooser = look.window->findChild<QFileDialog *>(u"downloadDialog"_s)), patience);
        chooser->selectFile(file);
        QMetaObject::invokeMethod(chooser, "accept");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patience);
        QCOMPARE(look.sent(u"GetObject"_s, "x-amz-request-payer"), "requester"_ba);
    }

    void itIsRememberedUntilItIsSwitchedOff()
    {
        Stage stage;
        {
            const Look look(stage, paid);
            QVERIFY(look.reach(u"requesterPaysButton"_s));
            press(Qt::Key_Space);
            look.agreeToPay();
        }
        const Look again(stage, paid);
        QVERIFY(again.rows() > 0);
        QCOMPARE(again.badge()->text(), u"Requester pays"_s);
        QVERIFY(again.reach(u"termsButton"_s));
        QTimer::singleShot(0, qApp, [] { // the menu has a loop of its own
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        });
        press(Qt::Key_Space);
        again.settle();
        QCOMPARE(again.rows(), 0);
        QCOMPARE(again.badge()->text(), u"Signed"_s);
        QCOMPARE(again.sent(u"ListObjectsV2"_s, "x-amz-request-payer"), QByteArray());
        QVERIFY(again.offers(u"requesterPaysButton"_s));
    }

    void aPublicBucketIsOpenedWithoutSigning()
    {
        Stage stage;
        QVERIFY(stage.service->addFault(u"error:ListObjectsV2:AccessDenied:403:1"_s)); // the identity may not
        const Look look(stage, open);
        QCOMPARE(look.rows(), 0);
        QVERIFY(!look.sent(u"ListObjectsV2"_s, "authorization").isEmpty());
        QVERIFY(look.reach(u"unsignedButton"_s));
        press(Qt::Key_Space);
        look.settle();
        QVERIFY(look.rows() > 0);
        QCOMPARE(look.sent(u"ListObjectsV2"_s, "authorization"), QByteArray());
        QCOMPARE(look.badge()->text(), u"Not signed"_s);
    }

    void whatIsNotPublicIsSignedAgain()
    {
        Stage stage;
        const Look look(stage, u"s3://sandbox-foreign/"_s);
        QVERIFY(look.reach(u"unsignedButton"_s));
        press(Qt::Key_Space);
        look.settle();
        QVERIFY2(look.pane->browser().navigator().trouble().contains(u"not public"),
                 qPrintable(look.pane->browser().navigator().trouble()));
        QVERIFY(!look.offers(u"unsignedButton"_s));
        QVERIFY(look.reach(u"signedButton"_s));
        press(Qt::Key_Space);
        look.settle();
        QVERIFY(!look.sent(u"ListObjectsV2"_s, "authorization").isEmpty());
        QCOMPARE(look.badge()->text(), u"Signed"_s);
    }

    void onlyWhatMayHelpIsOffered_data()
    {
        QTest::addColumn<core::Error>("refusal");
        QTest::addColumn<int>("now");
        QTest::addColumn<QList<int>>("offered");
        const int asSigned = int(BucketTerms::Signed);
        const int paying = int(BucketTerms::RequesterPays);
        const int bare = int(BucketTerms::Unsigned);
        const core::Error denied = refused(403, u"AccessDenied"_s);
        QTest::newRow("denied") << denied << asSigned << QList<int>{paying, bare};
        QTest::newRow("denied who pays") << denied << paying << QList<int>{bare};
        QTest::newRow("denied without keys") << denied << bare << QList<int>{asSigned, paying};
        QTest::newRow("unknown key") << refused(403, u"InvalidAccessKeyId"_s) << asSigned << QList<int>{bare};
        QTest::newRow("no keys") << refused(0, {}, core::Error::Kind::Credentials) << asSigned << QList<int>{bare};
        QTest::newRow("no bucket") << refused(404, u"NoSuchBucket"_s) << asSigned << QList<int>{};
        QTest::newRow("no network") << refused(0, {}, core::Error::Kind::Network) << asSigned << QList<int>{};
    }

    void onlyWhatMayHelpIsOffered()
    {
        QFETCH(const core::Error, refusal);
        QFETCH(const int, now);
        QList<int> offered;
        for (const BucketTerms other : {BucketTerms::Signed, BucketTerms::RequesterPays, BucketTerms::Unsigned}) {
            if (mayHelp(other, refusal, BucketTerms(now)))
                offered.append(int(other));
        }
        QTEST(offered, "offered");
    }

    void eachProfileHasTermsOfItsOwn()
    {
        QTemporaryDir folder;
        const auto settings = std::make_shared<store::Settings>(folder.filePath(u"settings.ini"_s));
        PlaceMemory memory(settings);
        memory.setOwner(u"research"_s);
        memory.setTerms(u"theirs"_s, BucketTerms::RequesterPays);
        memory.setTerms(u"open"_s, BucketTerms::Unsigned);
        memory.setTerms(u"theirs"_s, BucketTerms::Unsigned);
        QCOMPARE(memory.terms(), (QHash<QString, BucketTerms>{{u"theirs"_s, BucketTerms::Unsigned},
                                                              {u"open"_s, BucketTerms::Unsigned}}));
        memory.setTerms(u"open"_s, BucketTerms::Signed);
        QCOMPARE(memory.terms().size(), 1);
        PlaceMemory other(settings);
        other.setOwner(u"production"_s);
        QVERIFY(other.terms().isEmpty());
    }
};

QTEST_MAIN(tst_StorageTerms)
#include "tst_storageterms.moc"
