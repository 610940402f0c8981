#include "apps/language/language.h"
#include "gui/job/fieldcolumn.h"
#include "gui/job/sections.h"
#include "gui/kit/notetext.h"
#include "gui/shell/messagebar.h"
#include "gui/support/keyboard.h"
#include "gui/support/pseudolocale.h"
#include "gui/support/stage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace braketeer;
using namespace Qt::StringLiterals;
using namespace braketeer::test;

namespace {

/// A part of a widget that Qt made for itself: it is named by its owner.
bool isInternal(const QWidget *widget)
{
    if (widget->objectName().startsWith(u"qt_") || qobject_cast<const QHeaderView *>(widget)
        || qobject_cast<const QScrollBar *>(widget))
        return true;
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QComboBox *>(above) || qobject_cast<const QAbstractSpinBox *>(above)
            || qobject_cast<const QLineEdit *>(above) || qobject_cast<const QHeaderView *>(above)
            || above->inherits("QComboBoxPrivateContainer"))
            return true;
        if (qobject_cast<const QAbstractItemView *>(above) && !qobject_cast<const QAbstractItemView *>(widget)
            && widget->metaObject()->className() == "QTableCornerButton"_ba)
            return true;
    }
    return false;
}

bool isInteractive(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
           || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
           || qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

QString describe(const QWidget *widget)
{
    QStringList names;
    for (const QWidget *at = widget; at; at = at->parentWidget())
        names.prepend(at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className())
                                                 : at->objectName());
    return names.join(u'/');
}

/// What a label or a button would have to be larger by, to show its whole text; empty when it shows it.
QString clipping(const QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    if (label && (label->text().isEmpty() || !label->pixmap().isNull()))
        return {};
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (button && button->text().isEmpty())
        return {};
    if (!label && !button)
        return {};
    const QString text = label ? label->text() : button->text();
    const auto report = [&](int needed, int has, const char *what) {
        return u"%1: “%2” needs %3 %4, has %5"_s.arg(describe(widget), text.left(40))
            .arg(needed)
            .arg(QLatin1StringView(what))
            .arg(has);
    };
    if (label && label->wordWrap()) {
        if (const int height = label->heightForWidth(label->width()); height > label->height())
            return report(height, label->height(), "height");
        return {};
    }
    const QSize needed = widget->sizeHint();
    if (needed.width() > widget->width())
        return report(needed.width(), widget->width(), "width");
    if (needed.height() > widget->height())
        return report(needed.height(), widget->height(), "height");
    return {};
}

QStringList allClipping(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || isInternal(widget))
            continue;
        if (const QString clipped = clipping(widget); !clipped.isEmpty())
            found.append(clipped);
    }
    return found;
}

/// Texts of a language for as long as this lives.
class Spoken
{
public:
    explicit Spoken(const QString &language) { apps::loadLanguage(language); }

    ~Spoken() { qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>()); }
    Q_DISABLE_COPY_MOVE(Spoken)
};

} // namespace

class tst_WindowQuality : public QObject
{
    Q_OBJECT

private:
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("German") << u"de"_s;
    }

private Q_SLOTS:

    void everyRowIsAsHighAsItsNoteNeeds()
    {
        Stage stage;
        const auto window = stage.openWindow();
        for (const QSize size : {QSize(1280, 800), QSize(1100, 760), QSize(1500, 900)}) {
            window->resize(size);
            QTest::qWait(100);
            for (const gui::FieldColumn *row : window->findChildren<gui::FieldColumn *>()) {
                const auto *note = row->findChild<gui::NoteText *>(u"help"_s);
                if (!row->isVisible() || !note || !note->isVisible())
                    continue;
                const QRect text = note->fontMetrics().boundingRect(QRect(0, 0, note->width(), 999), Qt::TextWordWrap,
                                                                    note->text());
                QCOMPARE(note->height(), text.height());
                QCOMPARE(row->height(), row->heightForWidth(row->width()));
            }
        }
    }

    void everyInteractiveWidgetHasNameAndAccessibleName()
    {
        Stage stage;
        const auto window = stage.openWindow();
        press(Qt::Key_8, Qt::ControlModifier); // the review is made when it is first shown
        QStringList nameless;
        int seen = 0;
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (!isInteractive(widget) || isInternal(widget))
                continue;
            ++seen;
            if (widget->objectName().isEmpty())
                nameless.append(u"no objectName: "_s + describe(widget));
            QAccessibleInterface *const accessible = QAccessible::queryAccessibleInterface(widget);
            const bool shown = !widget->isHidden() || !qobject_cast<QAbstractButton *>(widget);
            if (shown && (!accessible || accessible->text(QAccessible::Name).isEmpty()))
                nameless.append(u"no accessible name: "_s + describe(widget));
        }
        QVERIFY(seen > 40);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void noTextIsClippedAtTheMinimumSize_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("row");
        for (const QString &language : {u"en_XA"_s, u"de"_s}) {
            int row = 0;
            for (const gui::SectionSpec &spec : gui::sections())
                QTest::addRow("%s, %s", spec.id, qPrintable(language)) << language << row++;
            QTest::addRow("review, %s", qPrintable(language)) << language << row;
        }
    }

    void noTextIsClippedAtTheMinimumSize()
    {
        QFETCH(const QString, language);
        QFETCH(const int, row);
        const Spoken spoken(language);
        Stage stage;
        {
            const auto window = stage.openWindow();
            window->resize(window->minimumSize());
            press(Qt::Key(Qt::Key_1 + row), Qt::ControlModifier);
            QStringList clipped;
            const bool fits = QTest::qWaitFor([&] {
                clipped = allClipping(*window); // layouts settle in steps
                return clipped.isEmpty();
            });
            QVERIFY2(fits, qPrintable(clipped.join(u'\n')));
            QVERIFY2(window->size().width() <= window->minimumSize().width() + 1, "The window cannot be that small.");
        }
    }

    void noSectionScrollsSideways_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "en_XA"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }

    /// On a small screen, with the Command pane beside the form.
    void noSectionScrollsSideways()
    {
        QFETCH(const QString, language);
        const Spoken spoken(language);
        Stage stage;
        const auto window = stage.openWindow();
        window->resize(960, 600);
        const auto *command = window->findChild<QWidget *>(u"CommandPane"_s);
        QVERIFY(command && command->isVisible());
        QStringList scrolling;
        for (int row = 0; row <= int(gui::sections().size()); ++row) { // the last one is the review
            press(Qt::Key(Qt::Key_1 + row), Qt::ControlModifier);
            QScrollArea *page = nullptr;
            for (QScrollArea *area : window->centralWidget()->findChildren<QScrollArea *>())
                page = area->isVisible() ? area : page;
            QVERIFY(page);
            QCoreApplication::sendPostedEvents(); // layouts settle in steps
            if (!QTest::qWaitFor([&] { return page->horizontalScrollBar()->maximum() == 0; }, 1000))
                scrolling.append(u"Ctrl+%1 by %2"_s.arg(row + 1).arg(page->horizontalScrollBar()->maximum()));
        }
        QCOMPARE(window->width(), 960);
        QVERIFY2(scrolling.isEmpty(), qPrintable(scrolling.join(u'\n')));
    }

    void everyTextGoesThroughTheTranslator()
    {
        PseudoLocale pseudo; // removes itself
        QCoreApplication::installTranslator(&pseudo);
        Stage stage;
        {
            const auto window = stage.openWindow();
            QStringList untranslated;
            for (const QLabel *label : window->findChildren<QLabel *>()) {
                const QString text = label->text();
                if (!text.isEmpty() && label->isVisible() && !text.contains(u'~') && text != u"…")
                    untranslated.append(describe(label) + u": "_s + text);
            }
            for (const QAction *action : window->findChildren<QAction *>()) {
                // A language is called what it calls itself.
                if (action->objectName().startsWith(u"action.window/language."))
                    continue;
                if (!action->objectName().isEmpty() && !action->objectName().startsWith(u"_q_")
                    && !action->text().isEmpty() && !action->text().contains(u'~'))
                    untranslated.append(action->objectName() + u": "_s + action->text());
            }
            QVERIFY2(untranslated.isEmpty(), qPrintable(untranslated.join(u'\n')));
        }
    }

    void theBandSaysDemoInWords()
    {
        Stage stage;
        const auto window = stage.openWindow();
        const auto *band = window->findChild<QLabel *>(u"placeBand"_s);
        QVERIFY(band->isVisible());
        QCOMPARE(band->text(), u"DEMO · account 000000000000 · us-west-2"_s);
    }

    void theWindowIsMadeBeforeItsPanes()
    {
        Stage stage;
        flows::SessionOptions choice;
        choice.demo = true;
        gui::MainWindow window(stage.backstage(), choice);
        QVERIFY(!window.findChild<QWidget *>(u"HistoryPane"_s));
        QVERIFY(!window.sessionKeeper().session());
        QCOMPARE(stage.service->requestCount(), 0);
    }

    void shortcutsAreUsedOnce_data() { addLanguages(); } // German keyboards say "Strg"

    void shortcutsAreUsedOnce()
    {
        QFETCH(const QString, language);
        const Spoken spoken(language);
        Stage stage;
        const auto window = stage.openWindow();
        QHash<QString, QString> used;
        for (const QAction *action : window->actions()) {
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(!used.contains(keys.toString()), qPrintable(keys.toString() + u": "_s + action->text()
                                                                     + u", "_s + used.value(keys.toString())));
                used.insert(keys.toString(), action->text());
            }
        }
        for (const char *keys : {"Ctrl+N", "Ctrl+O", "Ctrl+S", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Return", "F7", "F8",
                                 "Shift+F8", "Ctrl+1", "Ctrl+8", "F6", "Ctrl+F", "Ctrl+K", "Ctrl+Shift+C", "F5"})
            QVERIFY2(used.contains(QLatin1StringView(keys)), keys);
    }

    void mnemonicsOfTheMenuBarAreUsedOnce_data() { addLanguages(); }

    void mnemonicsOfTheMenuBarAreUsedOnce()
    {
        QFETCH(const QString, language);
        const Spoken spoken(language);
        Stage stage;
        const auto window = stage.openWindow();
        for (QMenu *menu : window->menuBar()->findChildren<QMenu *>()) {
            QHash<QKeySequence, QString> used;
            for (const QAction *action : menu->actions()) {
                const QKeySequence keys = QKeySequence::mnemonic(action->text());
                if (keys.isEmpty())
                    continue;
                QVERIFY2(!used.contains(keys), qPrintable(action->text() + u", "_s + used.value(keys)));
                used.insert(keys, action->text());
            }
        }
    }
};

QTEST_MAIN(tst_WindowQuality)
#include "tst_windowquality.moc"
