#include "gui/kit/catalogueedit.h"
#include "gui/kit/choicebox.h"
#include "gui/kit/codeedit.h"
#include "gui/kit/durationedit.h"
#include "gui/kit/integeredit.h"
#include "gui/kit/integerspin.h"
#include "gui/kit/keyvalueedit.h"
#include "gui/kit/keyvaluemodel.h"
#include "gui/kit/measures.h"
#include "gui/kit/notetext.h"
#include "gui/kit/reservationedit.h"
#include "gui/kit/s3uriedit.h"
#include "gui/kit/tokenedit.h"
#include "gui/kit/wraprow.h"

#include <QSignalSpy>
#include <QTest>
#include <QtWidgets>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;

namespace {

IntegerSpin *box(const QWidget &editor, const QString &name)
{
    return editor.findChild<IntegerSpin *>(name);
}

void type(QWidget *widget, const QString &text)
{
    for (const QChar c : text)
        QTest::keyClick(widget, c.toLatin1());
}

} // namespace

class tst_Editors : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void secondsAreShownAsDaysHoursAndMinutes_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("hour and a half") << qint64(5400) << QStringList{u"0"_s, u"1"_s, u"30"_s};
        QTest::newRow("longest") << qint64(432000) << QStringList{u"5"_s, u"0"_s, u"0"_s};
        QTest::newRow("rest of seconds") << qint64(90) << QStringList{u"0"_s, u"0"_s, u"1"_s};
    }

    void secondsAreShownAsDaysHoursAndMinutes()
    {
        QFETCH(const qint64, seconds);
        QFETCH(const QStringList, parts);
        DurationEdit editor;
        const job::Value value = job::Value::number(seconds);
        editor.showValue(&value);
        QCOMPARE(QStringList({box(editor, u"days"_s)->text(), box(editor, u"hours"_s)->text(),
                              box(editor, u"minutes"_s)->text()}),
                 parts);
        QVERIFY(editor.value() == value);
    }

    void anEmptyDurationIsAbsent()
    {
        DurationEdit editor;
        editor.setDefaultSeconds(432000);
        editor.showValue(nullptr);
        QVERIFY(!editor.value());
        type(box(editor, u"hours"_s), u"2"_s);
        QVERIFY(editor.value() == job::Value::number(7200));
        QTest::keyClick(box(editor, u"hours"_s), Qt::Key_Backspace);
        QVERIFY(!editor.value());
    }

    void aWrongDurationFromAFileIsKept()
    {
        DurationEdit editor;
        const job::Value value = job::Value::text(u"1h"_s);
        editor.showValue(&value);
        QCOMPARE(box(editor, u"seconds"_s)->text(), u"1h"_s);
        QVERIFY(editor.value() == value);
    }

    void arrowsStartAtTheLowestValue()
    {
        IntegerEdit editor;
        editor.setMinimum(1);
        QSignalSpy edited(&editor, &ValueEdit::edited);
        QTest::keyClick(editor.focusProxy(), Qt::Key_Up);
        QVERIFY(editor.value() == job::Value::number(1));
        QTest::keyClick(editor.focusProxy(), Qt::Key_Up);
        QVERIFY(editor.value() == job::Value::number(2));
        QCOMPARE(edited.count(), 2);
    }

    void lettersInANumberAreKeptAsText()
    {
        IntegerEdit editor;
        type(editor.focusProxy(), u"3x"_s);
        QVERIFY(editor.value() == job::Value::text(u"3x"_s));
    }

    void aNewTokenIsRandom()
    {
        TokenEdit editor;
        QSignalSpy committed(&editor, &ValueEdit::committed);
        editor.findChild<QPushButton *>()->click();
        const auto first = editor.value();
        editor.findChild<QPushButton *>()->click();
        QVERIFY(first && editor.value() && *first != *editor.value());
        QCOMPARE(first->toText().size(), 36);
        QCOMPARE(committed.count(), 2);
    }

    void aReservationIsOneArn()
    {
        ReservationEdit editor;
        auto *line = editor.findChild<QLineEdit *>();
        type(line, u"arn:x"_s);
        QCOMPARE(editor.value()->items().constFirst().find(u"type")->toText(), u"RESERVATION_TIME_WINDOW_ARN"_s);
        const job::Value shown = *editor.value();
        ReservationEdit other;
        other.showValue(&shown);
        QCOMPARE(other.findChild<QLineEdit *>()->text(), u"arn:x"_s);
        line->clear();
        editor.showValue(nullptr);
        QVERIFY(!editor.value());
    }

    void anUnusualListOfAssociationsIsKept()
    {
        ReservationEdit editor;
        const job::Value two = job::Value::list({job::Value::text(u"a"_s), job::Value::text(u"b"_s)});
        editor.showValue(&two);
        QVERIFY(editor.value() == two);
        QVERIFY(editor.findChild<QLineEdit *>()->text().contains(u'a'));
    }

    void instanceTypesAreFilteredByWhatTheyHave()
    {
        CatalogueEdit editor;
        editor.setCatalogue(u"instances"_s);
        editor.show();
        auto *choices = editor.findChild<ChoiceBox *>();
        QVERIFY(choices->count() > 50);
        choices->completer()->setCompletionPrefix(u"g4dn"_s);
        const int byName = choices->completer()->completionCount();
        QCOMPARE(byName, 6);
        choices->completer()->setCompletionPrefix(u"GPU"_s);
        QVERIFY(choices->completer()->completionCount() > byName);
        QVERIFY(choices->completer()->completionCount() < choices->count());
    }

    void aKnownInstanceTypeIsDescribedBesideTheField()
    {
        CatalogueEdit editor;
        editor.setCatalogue(u"instances"_s);
        const job::Value value = job::Value::text(u"ml.g4dn.xlarge"_s);
        editor.showValue(&value);
        const auto *details = editor.findChild<QLabel *>(u"details"_s);
        QVERIFY2(details->text().contains(u"GPU"_s), qPrintable(details->text()));
        const job::Value unknown = job::Value::text(u"ml.z9.large"_s);
        editor.showValue(&unknown);
        QVERIFY(details->text().isEmpty());
        QVERIFY(editor.value() == unknown);
    }

    void whatARegionDoesNotOfferStandsLast()
    {
        const ChoiceTable here = choicesOf(u"instances"_s, u"us-west-1"_s);
        bool unusableSeen = false;
        for (const Choice &choice : here.choices) {
            QVERIFY(!(unusableSeen && choice.usable));
            unusableSeen = unusableSeen || !choice.usable;
        }
        QVERIFY(unusableSeen);
    }

    void imagesFollowTheRegion()
    {
        CatalogueEdit editor;
        editor.setCatalogue(u"images"_s);
        auto *choices = editor.findChild<ChoiceBox *>();
        QCOMPARE(choices->count(), 0);
        editor.setRegion(u"eu-west-2"_s);
        QVERIFY(choices->count() > 0);
        QVERIFY(!editor.value());
        for (const Choice &choice : choicesOf(u"images"_s, u"eu-west-2"_s).choices)
            QVERIFY(choice.value.contains(u".eu-west-2."_s));
    }

    void choosingARowPutsItsValueIntoTheLine()
    {
        CatalogueEdit editor;
        editor.setCatalogue(u"devices"_s);
        QSignalSpy edited(&editor, &ValueEdit::edited);
        auto *choices = editor.findChild<ChoiceBox *>();
        editor.show();
        choices->setFocus();
        QTest::keyClick(choices, Qt::Key_Down);
        QVERIFY(editor.value());
        QCOMPARE(editor.value()->toText(), choicesOf(u"devices"_s, QString()).choices.constFirst().value);
        QVERIFY(edited.count() > 0);
    }

    void theConsolesAddressBecomesALocation_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("location");
        QTest::newRow("object")
            << u"https://us-west-2.console.aws.amazon.com/s3/object/my-bucket?region=us-west-2&prefix=a/b.tar.gz"_s
            << u"s3://my-bucket/a/b.tar.gz"_s;
        QTest::newRow("bucket") << u"https://s3.console.aws.amazon.com/s3/buckets/my-bucket?tab=objects"_s
                                << u"s3://my-bucket/"_s;
        QTest::newRow("encoded") << u"https://s3.console.aws.amazon.com/s3/object/b-1?prefix=a%20b%2Fc"_s
                                 << u"s3://b-1/a b/c"_s;
        QTest::newRow("another page") << u"https://example.com/s3/object/my-bucket?prefix=a"_s << QString();
        QTest::newRow("a location") << u"s3://my-bucket/a"_s << QString();
    }

    void theConsolesAddressBecomesALocation()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, location);
        QCOMPARE(s3UriOfConsole(address), location);
    }

    void whatIsPastedLosesTheBlanksAroundIt()
    {
        S3UriEdit editor;
        QSignalSpy edited(&editor, &QLineEdit::textEdited);
        QGuiApplication::clipboard()->setText(u"  s3://bucket/key\n"_s);
        QTest::keySequence(&editor, QKeySequence::Paste);
        QCOMPARE(editor.text(), u"s3://bucket/key"_s);
        QCOMPARE(edited.count(), 1);
    }

    void aTableIsFilledByKeyboard()
    {
        KeyValueEdit editor;
        editor.show();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        auto *table = editor.findChild<QTableView *>(u"table"_s);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        type(QApplication::focusWidget(), u"shots"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        type(QApplication::focusWidget(), u"1000"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCoreApplication::processEvents();
        QVERIFY(editor.value() == job::Value::map({{u"shots"_s, job::Value::text(u"1000"_s)}}));
    }

    void pastingManySaysWhatCameOfIt()
    {
        KeyValueEdit editor;
        QSignalSpy edited(&editor, &ValueEdit::edited);
        editor.paste(u"a=1\nb=2"_s);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(editor.value()->entries().size(), 2);
        editor.paste(u"no pair at all"_s);
        QCOMPARE(editor.value()->entries().size(), 2);
        editor.show();
        bool said = false;
        for (const QLabel *label : editor.findChildren<QLabel *>())
            said = said || (label->isVisible() && !label->text().isEmpty());
        QVERIFY(said);
    }

    void tabLeavesATable()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *editor = new KeyValueEdit;
        auto *after = new QLineEdit;
        layout->addWidget(editor);
        layout->addWidget(after);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *table = editor->findChild<QTableView *>(u"table"_s);
        table->setFocus();
        for (int i = 0; i < 5 && QApplication::focusWidget() != after; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), after);
    }

    void whatFindsNoRoomGoesToTheNextLine_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }

    void whatFindsNoRoomGoesToTheNextLine()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        WrapRow row;
        row.setLayoutDirection(direction);
        auto *one = new QRadioButton(u"a short one"_s, &row);
        auto *two = new QRadioButton(u"and another one"_s, &row);
        auto *three = new QRadioButton(u"a third that is rather longer"_s, &row);
        row.resize(row.sizeHint());
        row.show();
        QVERIFY(QTest::qWaitForWindowExposed(&row));
        QCOMPARE(one->y(), three->y());
        QCOMPARE(row.heightForWidth(row.width()), row.height());

        row.resize(row.width() - 1, row.heightForWidth(row.width() - 1));
        QCOMPARE(one->y(), two->y());
        QVERIFY(three->y() >= one->y() + one->height());
        const auto begin = [&](const QWidget *widget) {
            return direction == Qt::LeftToRight ? widget->x() : row.width() - widget->x() - widget->width();
        };
        QCOMPARE(begin(three), begin(one));
        QVERIFY(begin(two) >= begin(one) + one->width());
        QVERIFY(row.rect().contains(three->geometry()));

        QCOMPARE(row.minimumSizeHint().width(), three->minimumSizeHint().width());
        row.resize(row.minimumSizeHint().width(), row.heightForWidth(row.minimumSizeHint().width()));
        QVERIFY(two->y() >= one->y() + one->height());
        QVERIFY(three->y() >= two->y() + two->height());
    }

    void theKeyboardGoesAlongAllLines()
    {
        WrapRow row;
        QList<QRadioButton *> buttons;
        for (const QString &text : {u"first"_s, u"second"_s, u"third"_s})
            buttons.append(new QRadioButton(text, &row));
        row.resize(row.minimumSizeHint().width(), row.heightForWidth(row.minimumSizeHint().width()));
        row.show();
        row.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&row));
        QVERIFY(buttons[1]->y() > buttons[0]->y());
        buttons[0]->setChecked(true);
        buttons[0]->setFocus();
        for (const int next : {1, 2}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
            QCOMPARE(QApplication::focusWidget(), buttons[next]);
            QVERIFY(buttons[next]->isChecked());
        }
    }

    void aFieldCanGoWhileItHasTheFocus()
    {
        auto editor = std::make_unique<CatalogueEdit>();
        editor->setCatalogue(u"instances"_s);
        const job::Value value = job::Value::text(u"ml.m5.large"_s);
        editor->showValue(&value);
        editor->show();
        editor->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(editor.get()));
        editor->setFocus();
        QVERIFY(editor->hasFocus());
        const QSignalSpy edited(editor.get(), &ValueEdit::edited);
        editor.reset();
        QVERIFY(edited.isEmpty());
    }

    void whatIsKnownOfAValueStandsBelowItWhereThereIsNoRoomBeside()
    {
        CatalogueEdit editor;
        editor.setCatalogue(u"instances"_s);
        const job::Value value = job::Value::text(u"ml.m5.large"_s);
        editor.showValue(&value);
        editor.resize(900, 100);
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        const auto *box = editor.findChild<QWidget *>(u"box"_s);
        const auto *details = editor.findChild<QWidget *>(u"details"_s);
        QVERIFY(details->x() > box->geometry().right());
        editor.resize(box->sizeHint().width() + 20, 100);
        QTRY_VERIFY(details->y() > box->geometry().bottom());
        QCOMPARE(box->width(), editor.width());
        editor.resize(900, 100);
        QTRY_VERIFY(details->x() > box->geometry().right());
    }

    void onlyWhatIsTypedStandsInTheCodeFontAndTheLineKeepsItsHeight()
    {
        QWidget form;
        auto *line = new CodeEdit(&form);
        line->setPlaceholderText(u"arn:aws:iam::123456789012:role/Name"_s);
        const QFont plain = line->font();
        const QSize empty = line->sizeHint();
        QCOMPARE(plain, form.font());
        line->setText(u"arn"_s);
        QCOMPARE(line->font().family(), codeFont(plain).family());
        QVERIFY(line->font() != plain);
        QCOMPARE(line->sizeHint().height(), empty.height());
        line->clear();
        QCOMPARE(line->font(), plain);
    }

    void aNoteIsAsHighAsItsTextNeedsInTheWidthItHas()
    {
        NoteText note(
            u"A sentence that is long enough to need more than one line where there is little room for it."_s);
        const int line = note.fontMetrics().height();
        note.resize(2000, 10);
        QVERIFY(note.heightForWidth(2000) < 2 * line);
        QVERIFY(note.heightForWidth(line * 8) >= 3 * line);
        note.setText(u"Short."_s);
        QVERIFY(note.heightForWidth(line * 8) < 2 * line); // not the height of the text before
    }
};

QTEST_MAIN(tst_Editors)
#include "tst_editors.moc"
