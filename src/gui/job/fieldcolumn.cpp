#include "gui/job/fieldcolumn.h"

#include "gui/kit/fieldnote.h"
#include "gui/kit/measures.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace braketeer::gui {

FieldColumn::FieldColumn(QLabel *label, QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_label(label)
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(tightSpacing(*this));
    fitLabel();
}

void FieldColumn::adopt(QWidget &field, FieldNote &note)
{
    setSizePolicy(field.sizePolicy().horizontalPolicy(), QSizePolicy::Preferred);
    m_layout->addWidget(&field);
    m_layout->addWidget(&note);
    m_layout->addStretch(1); // what a row has too much stays at its end
}

void FieldColumn::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitLabel();
    QWidget::changeEvent(event);
}

bool FieldColumn::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        tellHeight();
    return done;
}

/// Its notes settle their heights while the form lays itself out, and the form forgets what it hears then.
void FieldColumn::tellHeight()
{
    const int needed = heightForWidth(width());
    if (needed != std::exchange(m_needed, needed))
        QMetaObject::invokeMethod(this, &QWidget::updateGeometry, Qt::QueuedConnection);
}

void FieldColumn::fitLabel()
{
    if (m_label)
        m_label->setMaximumHeight(lineHeight(*this));
}

} // namespace braketeer::gui
