#include "gui/kit/wraplayout.h"

#include <QStyle>
#include <QWidget>

namespace braketeer::gui {

WrapLayout::WrapLayout(QWidget *parent) : QLayout(parent)
{
    setContentsMargins({});
}

WrapLayout::~WrapLayout()
{
    qDeleteAll(m_items);
}

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

int WrapLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

Qt::Orientations WrapLayout::expandingDirections() const
{
    return {};
}

bool WrapLayout::hasHeightForWidth() const
{
    return true;
}

int WrapLayout::heightForWidth(int width) const
{
    return place({0, 0, width, 0}, Placing::OnlyMeasured);
}

QSize WrapLayout::minimumSize() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

QSize WrapLayout::sizeHint() const
{
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        size = {size.width() + (size.width() > 0 ? gap(Qt::Horizontal) : 0) + hint.width(),
                qMax(size.height(), hint.height())};
    }
    return size;
}

void WrapLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    place(area, Placing::Done);
}

int WrapLayout::gap(Qt::Orientation orientation) const
{
    const QStyle *style = parentWidget()->style();
    const auto metric = orientation == Qt::Horizontal ? QStyle::PM_LayoutHorizontalSpacing
                                                      : QStyle::PM_LayoutVerticalSpacing;
    const int stated = style->pixelMetric(metric, nullptr, parentWidget());
    const auto kind = QSizePolicy::RadioButton; // of what stands here; a style may space by it
    return qMax(0, stated >= 0 ? stated : style->layoutSpacing(kind, kind, orientation, nullptr, parentWidget()));
}

int WrapLayout::place(const QRect &area, Placing placing) const
{
    QPoint at = area.topLeft();
    int lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        const QSize size(qMin(hint.width(), area.width()), hint.height());
        if (lineHeight > 0 && at.x() + size.width() > area.left() + area.width()) {
            at = {area.left(), at.y() + lineHeight + gap(Qt::Vertical)};
            lineHeight = 0;
        }
        if (placing == Placing::Done)
            item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), area, {at, size}));
        at.rx() += size.width() + gap(Qt::Horizontal);
        lineHeight = qMax(lineHeight, size.height());
    }
    return at.y() + lineHeight - area.top();
}

} // namespace braketeer::gui
