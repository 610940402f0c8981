#include "gui/kit/fieldnote.h"

#include "gui/kit/icons.h"
#include "gui/kit/measures.h"
#include "gui/kit/notetext.h"
#include "gui/kit/palettefile.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

constexpr int mostRows = 4; ///< a table with a hundred faulty rows marks them itself

/// Only what changes: showing what was not hidden lays it out anew, and at first that is for nothing.
void showOrHide(QWidget &widget, bool shown)
{
    if (widget.isHidden() == shown)
        widget.setVisible(shown);
}

} // namespace

FieldNote::FieldNote(QWidget *parent) : QWidget(parent), m_help(new NoteText({})), m_list(new QWidget)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_help);
    layout->addWidget(m_list);
    layout->addStretch(1);
    m_rows = new QVBoxLayout(m_list);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(tightSpacing(*this));
    m_help->setObjectName(u"help"_s);
    m_list->hide();
    colorHelp();
}

void FieldNote::colorHelp()
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, semanticColor(u"secondary"_s, palette));
    m_help->setPalette(palette);
}

void FieldNote::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colorHelp();
    QWidget::changeEvent(event);
}

void FieldNote::setHelp(const QString &help)
{
    m_helpText = help;
    showHelp();
}

void FieldNote::setFact(const QString &fact)
{
    if (fact == m_fact)
        return;
    m_fact = fact;
    showHelp();
}

void FieldNote::showHelp()
{
    const QString text = m_fact.isEmpty() ? m_helpText : m_fact;
    const bool shown = !text.isEmpty() && (m_findings.isEmpty() || !m_fact.isEmpty());
    m_help->say(text);
    showOrHide(*m_help, shown);
    showOrHide(*this, shown || !m_findings.isEmpty());
}

void FieldNote::setFindings(const job::Findings &findings)
{
    if (findings == m_findings)
        return;
    const bool news = !findings.isEmpty();
    m_findings = findings;
    qDeleteAll(m_list->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    for (int i = 0; i < qMin(mostRows, int(findings.size())); ++i)
        addRow(findings.at(i), i);
    if (findings.size() > mostRows)
        m_rows->addWidget(new NoteText(tr("… and %n more.", nullptr, int(findings.size()) - mostRows)));
    m_list->setVisible(news);
    showHelp();
    if (news)
        setAccessibleName(findings.constFirst().message);
    QAccessibleEvent event(this, news ? QAccessible::Alert : QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void FieldNote::addRow(const job::Finding &finding, int number)
{
    auto *row = new QWidget(m_list);
    auto *layout = new QGridLayout(row);
    layout->setContentsMargins({});
    layout->setVerticalSpacing(tightSpacing(*this));
    layout->setColumnStretch(1, 1);
    auto *icon = new QLabel;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    icon->setPixmap(severityIcon(finding.severity).pixmap(QSize(size, size), devicePixelRatioF()));
    icon->setAccessibleName(severityText(finding.severity));
    icon->setToolTip(severityText(finding.severity));
    layout->addWidget(icon, 0, 0, Qt::AlignTop);
    auto *message = new NoteText(finding.message);
    message->setObjectName(u"message%1"_s.arg(number));
    layout->addWidget(message, 0, 1);
    if (finding.fix) {
        auto *fix = new QPushButton(finding.fix->label);
        fix->setObjectName(u"fix%1"_s.arg(number));
        fix->setAccessibleDescription(finding.message);
        connect(fix, &QPushButton::clicked, this, [this, finding] { Q_EMIT fixClicked(finding); });
        layout->addWidget(fix, 1, 1, Qt::AlignLeading);
    }
    m_rows->addWidget(row);
}

} // namespace braketeer::gui
