#include "gui/shell/sectionlist.h"

#include "gui/job/jobdocument.h"
#include "gui/kit/icons.h"
#include "gui/shell/sectiondelegate.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace braketeer::gui {

SectionList::SectionList(JobDocument &document, QWidget *parent) : QListWidget(parent), m_document(document)
{
    setObjectName(u"sectionList"_s);
    setAccessibleName(tr("Sections"));
    setItemDelegate(new SectionDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setUniformItemSizes(true);
    for (const SectionSpec &spec : sections()) {
        auto *row = new QListWidgetItem(sectionTitle(spec), this);
        row->setToolTip(sectionSubtitle(spec));
    }
    auto *review = new QListWidgetItem(tr("Review"), this);
    review->setToolTip(tr("Everything that will be sent, and where to"));
    connect(&document, &JobDocument::findingsChanged, this, &SectionList::showStates);
}

void SectionList::loadIcons()
{
    m_iconsLoaded = true;
    int at = 0;
    for (const SectionSpec &spec : sections())
        item(at++)->setIcon(themeIcon(QString::fromLatin1(spec.icon)));
    item(reviewRow())->setIcon(themeIcon(u"section-review"_s));
    showStates();
}

void SectionList::showStates()
{
    if (!m_iconsLoaded)
        return;
    int at = 0;
    for (const SectionSpec &spec : sections()) {
        const SectionState state = sectionState(m_document.findings(), spec.section);
        QListWidgetItem *const row = item(at++);
        const bool fine = state.count() == 0;
        row->setData(SectionDelegate::MarkRole, fine ? okIcon() : severityIcon(state.severity()));
        row->setData(SectionDelegate::CountRole, fine ? QString() : locale().toString(state.count()));
        row->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(row->text(), state.text()));
    }
}

QSize SectionList::sizeHint() const
{
    return {sizeHintForColumn(0) + 2 * frameWidth(), fontMetrics().height() * 24};
}

QSize SectionList::minimumSizeHint() const
{
    return {sizeHint().width(), fontMetrics().height() * 8};
}

} // namespace braketeer::gui
