#include "gui/job/sectionpage.h"

#include "gui/job/sections.h"
#include "gui/kit/editcontext.h"
#include "gui/kit/measures.h"
#include "gui/kit/notetext.h"
#include "gui/kit/valueedit.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace braketeer::gui {
namespace {

/// A scroll area asks its content for both hints, but needs their widths only where the height follows from the width.
class Content final : public QWidget
{
public:
    QSize sizeHint() const override { return layout()->sizeHint(); }

    QSize minimumSizeHint() const override { return layout()->minimumSize(); }
};

} // namespace

SectionPage::SectionPage(const SectionSpec &spec, JobDocument &document, EditContext &context, QWidget *form,
                         QWidget *parent)
    : QScrollArea(parent), m_binder(document), m_form(form)
{
    setObjectName(QLatin1StringView(spec.id));
    setAccessibleName(sectionTitle(spec));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);

    auto *content = new Content;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(2 * row->contentsMargins());
    row->addWidget(makeColumn(spec), 1000); // grows first, up to its readable width
    row->addStretch(1);
    content->resize(sizeHint()); // or setWidget() would measure it
    setWidget(content);
    m_binder.bind(*form);

    const auto follow = [this](const QString &region) {
        for (ValueEdit *editor : m_form->findChildren<ValueEdit *>())
            editor->setRegion(region);
    };
    follow(context.region());
    connect(&context, &EditContext::regionChanged, this, follow);
}

QWidget *SectionPage::makeColumn(const SectionSpec &spec)
{
    auto *column = new QWidget;
    column->setMaximumWidth(readableWidth(*this));
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    auto *heading = new QLabel(sectionTitle(spec));
    heading->setFont(headingFont(font()));
    layout->addWidget(heading);
    layout->addWidget(new NoteText(sectionSubtitle(spec)));
    layout->addSpacing(style()->pixelMetric(QStyle::PM_LayoutTopMargin));
    const bool fillsPage = m_form->sizePolicy().verticalPolicy() == QSizePolicy::Expanding;
    layout->addWidget(m_form, fillsPage ? 1 : 0);
    if (!fillsPage)
        layout->addStretch(1);
    if (auto *fields = qobject_cast<QFormLayout *>(m_form->layout()))
        fields->setVerticalSpacing(fieldSpacing(*this));
    return column;
}

QSize SectionPage::sizeHint() const
{
    const int line = fontMetrics().height(); // the most that QScrollArea itself asks for
    return {36 * line, 24 * line};
}

bool SectionPage::focusMember(const job::Path &path)
{
    QWidget *widget = m_binder.widgetFor(path);
    if (!widget)
        return false;
    ensureWidgetVisible(widget);
    return m_binder.focusOn(path);
}

void SectionPage::focusFirst()
{
    for (QWidget *next = m_form->nextInFocusChain(); next && m_form->isAncestorOf(next);
         next = next->nextInFocusChain()) {
        if ((next->focusPolicy() & Qt::TabFocus) && next->isEnabled() && !next->focusProxy()) {
            next->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void SectionPage::showAllFindings()
{
    m_binder.showAllFindings();
}

} // namespace braketeer::gui
