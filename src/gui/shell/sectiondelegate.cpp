#include "gui/shell/sectiondelegate.h"

#include <QApplication>
#include <QIcon>
#include <QPainter>

namespace braketeer::gui {
namespace {

int gap(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height() / 2;
}

int markSide(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height();
}

/// The same for every row, so that names end and marks stand in line.
int markWidth(const QStyleOptionViewItem &option)
{
    return markSide(option) + option.fontMetrics.horizontalAdvance(QStringLiteral("00")) + gap(option);
}

} // namespace

void SectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, QString());
    const QIcon picture = std::exchange(item.icon, QIcon());
    item.features &= ~QStyleOptionViewItem::HasDecoration;
    const QStyle *const style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = item.state & QStyle::State_Selected;
    const QPalette::ColorGroup group = item.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    painter->save();
    painter->setPen(item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    const int space = gap(item);
    const int side = markSide(item);
    QRect rest = item.rect.adjusted(space, 0, -space, 0);
    const auto square = [side](const QRect &in, int left) {
        return QRect(left, in.top() + (in.height() - side) / 2, side, side);
    };
    const QIcon::Mode mode = selected ? QIcon::Selected : QIcon::Normal;
    picture.paint(painter, QStyle::visualRect(item.direction, item.rect, square(rest, rest.left())), Qt::AlignCenter,
                  mode);
    rest.setLeft(rest.left() + side + space);

    const QRect end(rest.right() - markWidth(item) + 1, rest.top(), markWidth(item), rest.height());
    index.data(MarkRole).value<QIcon>().paint(
        painter, QStyle::visualRect(item.direction, item.rect, square(end, end.left())), Qt::AlignCenter, mode);
    const QString count = index.data(CountRole).toString();
    painter->drawText(QStyle::visualRect(item.direction, item.rect, end),
                      int(QStyle::visualAlignment(item.direction, Qt::AlignRight) | Qt::AlignVCenter), count);
    rest.setRight(end.left() - space);
    painter->drawText(QStyle::visualRect(item.direction, item.rect, rest),
                      int(QStyle::visualAlignment(item.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                      item.fontMetrics.elidedText(text, Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const int width = item.fontMetrics.horizontalAdvance(item.text) + markSide(item) + markWidth(item) + 6 * gap(item);
    return {width, item.fontMetrics.height() * 2};
}

} // namespace braketeer::gui
