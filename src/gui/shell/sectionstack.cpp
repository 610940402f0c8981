#include "gui/shell/sectionstack.h"

#include "gui/job/sectionpage.h"
#include "gui/job/sections.h"

namespace braketeer::gui {

SectionStack::SectionStack(JobDocument &document, EditContext &context, QWidget *parent)
    : QStackedWidget(parent), m_document(document), m_context(context), m_pages(qsizetype(sections().size()), nullptr)
{
    setObjectName(QStringLiteral("sectionStack"));
}

SectionPage &SectionStack::page(int row)
{
    SectionPage *&page = m_pages[row];
    if (!page) {
        const SectionSpec &spec = sections()[size_t(row)];
        page = spec.create(spec, m_document, m_context, this);
        addWidget(page);
        if (m_allFindings)
            page->showAllFindings();
    }
    return *page;
}

void SectionStack::showSection(int row)
{
    setCurrentWidget(&page(row));
}

bool SectionStack::makeOne()
{
    const qsizetype row = m_pages.indexOf(nullptr);
    if (row < 0)
        return false;
    page(int(row));
    return true;
}

int SectionStack::jumpTo(const job::Path &path)
{
    const job::Section section = sectionOf(path);
    int row = 0;
    for (const SectionSpec &spec : sections()) {
        if (spec.section == section)
            break;
        ++row;
    }
    showSection(row);
    if (!page(row).focusMember(path))
        page(row).focusFirst();
    return row;
}

void SectionStack::showAllFindings()
{
    m_allFindings = true;
    for (SectionPage *page : std::as_const(m_pages)) {
        if (page)
            page->showAllFindings();
    }
}

} // namespace braketeer::gui
