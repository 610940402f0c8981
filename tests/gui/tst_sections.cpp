#include "gui/job/fieldcolumn.h"
#include "gui/job/jobdocument.h"
#include "gui/job/sectionpage.h"
#include "gui/job/sections.h"
#include "gui/kit/editcontext.h"
#include "gui/kit/notetext.h"
#include "gui/kit/valueedit.h"
#include "job/schema/schema.h"

#include <QTest>
#include <QtWidgets>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;

namespace {

/// Letters of the menu bar: a form that used them would take them from it.
const QString menuLetters = u"FEJVH"_s;

bool takesInput(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy() && widget.isVisible() && widget.isEnabled();
}

/// The widget a person would point at: a line inside a combo box or spin box is part of it.
const QWidget &outer(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    const bool isPart = qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent);
    return isPart ? *parent : widget;
}

QString accessibleName(QWidget &widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

QChar mnemonic(const QWidget &widget)
{
    const QKeySequence keys = QKeySequence::mnemonic(widget.property("text").toString());
    return keys.isEmpty() ? QChar() : QChar(keys[0].key());
}

} // namespace

class tst_Sections : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_document = std::make_unique<JobDocument>();
        m_document->setText(job::Path::parse(u"inputDataConfig[0].channelName"), u"train"_s);
        m_document->setText(job::Path::parse(u"inputDataConfig[1].channelName"), u"test"_s);
    }

    void everySectionOfTheSchemaHasAPage()
    {
        QSet<job::Section> shown;
        QSet<QString> ids;
        for (const SectionSpec &spec : sections()) {
            shown.insert(spec.section);
            ids.insert(QLatin1StringView(spec.id));
            QVERIFY(!sectionTitle(spec).isEmpty());
            QVERIFY(!sectionSubtitle(spec).isEmpty());
            QVERIFY(QFile::exists(u":/icons/%1.svg"_s.arg(QLatin1StringView(spec.icon))));
        }
        QCOMPARE(ids.size(), qsizetype(sections().size()));
        for (const job::Member &member : job::members())
            QVERIFY(shown.contains(member.section));
    }

    void membersAreOnThePageThatTheSchemaNames()
    {
        for (const SectionSpec &spec : sections()) {
            const auto page = open(spec);
            for (const QWidget *widget : page->findChildren<QWidget *>()) {
                const QString path = widget->property("member").toString();
                if (!path.isEmpty())
                    QCOMPARE(sectionOf(job::Path::parse(path)), spec.section);
            }
        }
    }

    void everySection_data()
    {
        QTest::addColumn<int>("section");
        for (size_t i = 0; i < sections().size(); ++i)
            QTest::newRow(sections()[i].id) << int(i);
    }

    void tabGoesThroughTheFormFromTopToBottom_data() { everySection_data(); }

    void tabGoesThroughTheFormFromTopToBottom()
    {
        QFETCH(const int, section);
        const auto page = open(sections()[size_t(section)]);
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        page->focusFirst();
        QPoint last(-1, -1);
        QSet<QWidget *> visited;
        for (QWidget *focus = QApplication::focusWidget(); focus && !visited.contains(focus);
             focus = QApplication::focusWidget()) {
            visited.insert(focus);
            // The middle counts: in one row things are of different heights.
            const QPoint middle = focus->mapTo(page->widget(), focus->rect().center());
            const bool below = middle.y() > last.y() - focus->height() / 2;
            QVERIFY2(below || middle.x() > last.x(), qPrintable(focus->objectName()));
            last = middle;
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        for (QWidget *widget : page->widget()->findChildren<QWidget *>()) {
            const bool isRadio = qobject_cast<QRadioButton *>(widget); // one of a group takes the focus
            if (takesInput(*widget) && !isRadio && &outer(*widget) == widget)
                QVERIFY2(visited.contains(widget) || visited.contains(widget->focusProxy()),
                         qPrintable(widget->objectName()));
        }
    }

    void everythingThatTakesInputHasANameToSayAndToFindItBy_data() { everySection_data(); }

    void everythingThatTakesInputHasANameToSayAndToFindItBy()
    {
        QFETCH(const int, section);
        const auto page = open(sections()[size_t(section)]);
        for (QWidget *widget : page->widget()->findChildren<QWidget *>()) {
            if (!takesInput(*widget) || &outer(*widget) != widget)
                continue;
            QVERIFY2(!accessibleName(*widget).isEmpty(), qPrintable(widget->objectName()));
            const bool isNamed = !widget->objectName().isEmpty() || qobject_cast<ValueEdit *>(widget->parentWidget());
            QVERIFY2(isNamed, widget->metaObject()->className());
        }
    }

    void aFieldIsAsHighAsItsNoteNeedsAtEachWidth_data() { everySection_data(); }

    void aFieldIsAsHighAsItsNoteNeedsAtEachWidth()
    {
        QFETCH(const int, section);
        const auto page = open(sections()[size_t(section)]);
        for (const int width : {560, 1000, 700, 1200}) {
            page->resize(width, 900);
            QTest::qWait(20); // notes learn their width, and then the form their height
            for (const NoteText *note : page->findChildren<NoteText *>()) {
                const auto *row = qobject_cast<FieldColumn *>(note->parentWidget()->parentWidget());
                if (!row || !note->isVisible())
                    continue;
                const QRect text = note->fontMetrics().boundingRect(QRect(0, 0, note->width(), 999), Qt::TextWordWrap,
                                                                    note->text());
                QCOMPARE(note->height(), text.height());
                QVERIFY2(row->height() == row->heightForWidth(row->width()),
                         qPrintable(u"%1 high and not %2, at %3: %4"_s.arg(row->height())
                                        .arg(row->heightForWidth(row->width()))
                                        .arg(width)
                                        .arg(note->text())));
            }
        }
    }

    void mnemonicsAreUnique_data() { everySection_data(); }

    void mnemonicsAreUnique()
    {
        QFETCH(const int, section);
        const auto page = open(sections()[size_t(section)]);
        QHash<QChar, QString> taken;
        for (const QChar letter : menuLetters)
            taken.insert(letter, u"menu bar"_s);
        for (const QWidget *widget : page->widget()->findChildren<QWidget *>()) {
            const bool hasText = qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget);
            const QChar letter = hasText ? mnemonic(*widget) : QChar();
            if (letter.isNull())
                continue;
            QVERIFY2(!taken.contains(letter), qPrintable(widget->objectName() + u" and "_s + taken.value(letter)));
            taken.insert(letter, widget->objectName());
        }
    }

    void labelsSayWhatTheSchemaSaysAndLeadToTheirField_data() { everySection_data(); }

    void labelsSayWhatTheSchemaSaysAndLeadToTheirField()
    {
        QFETCH(const int, section);
        const auto page = open(sections()[size_t(section)]);
        int labels = 0;
        for (const QLabel *label : page->findChildren<QLabel *>()) {
            if (!label->buddy())
                continue;
            ++labels;
            const QString path = label->buddy()->property("member").toString();
            const job::Member *member = job::findMember(path);
            QVERIFY2(member, qPrintable(label->text()));
            QCOMPARE(label->text().remove(u'&'), job::label(*member));
            QVERIFY(label->buddy()->focusPolicy() != Qt::NoFocus);
        }
        for (const QFormLayout *form : page->findChildren<QFormLayout *>()) {
            for (int row = 0; row < form->rowCount(); ++row) {
                const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole);
                const auto *label = item ? qobject_cast<const QLabel *>(item->widget()) : nullptr;
                QVERIFY2(!label || label->buddy(), label ? qPrintable(label->text()) : "");
            }
        }
        const bool isOneTable = sections()[size_t(section)].section == job::Section::HyperParameters;
        QCOMPARE(labels > 0, !isOneTable);
    }

    void theStateCountsTheGravestFirst()
    {
        JobDocument document;
        const SectionState empty = sectionState(document.findings(), job::Section::Basics);
        QCOMPARE(empty.severity(), job::Severity::Error);
        QCOMPARE(empty.count(), 2); // name and role
        document.setText(job::Path::parse(u"jobName"), u"bell"_s);
        QCOMPARE(sectionState(document.findings(), job::Section::Basics).count(), 1);
        const SectionState hyper = sectionState(document.findings(), job::Section::HyperParameters);
        QCOMPARE(hyper.severity(), job::Severity::Info);
        QCOMPARE(hyper.count(), 0);
        QVERIFY(hyper.text() != empty.text());
        QCOMPARE((SectionState{0, 3}).severity(), job::Severity::Warning);
        QCOMPARE((SectionState{0, 3}).count(), 3);
    }

    void unknownMembersAreShownInBasics()
    {
        QCOMPARE(sectionOf(job::Path::parse(u"noSuchMember.inside")), job::Section::Basics);
        QCOMPARE(sectionOf(job::Path::parse(u"instanceConfig.noSuchMember")), job::Section::Compute);
    }

private:
    std::unique_ptr<SectionPage> open(const SectionSpec &spec)
    {
        std::unique_ptr<SectionPage> page(spec.create(spec, *m_document, m_context, nullptr));
        page->resize(900, 900);
        page->show();
        return page;
    }

    std::unique_ptr<JobDocument> m_document;
    EditContext m_context;
};

QTEST_MAIN(tst_Sections)
#include "tst_sections.moc"
