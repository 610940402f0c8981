#include "gui/kit/wraprow.h"

#include "gui/kit/wraplayout.h"

#include <QChildEvent>

namespace braketeer::gui {

WrapRow::WrapRow(QWidget *parent) : QWidget(parent)
{
    new WrapLayout(this);
}

void WrapRow::childEvent(QChildEvent *event)
{
    // The layout itself is a child as well, before it is the layout.
    if (event->added() && event->child()->isWidgetType() && layout())
        layout()->addWidget(static_cast<QWidget *>(event->child()));
    QWidget::childEvent(event);
}

} // namespace braketeer::gui
