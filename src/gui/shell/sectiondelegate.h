#pragma once

#include <QStyledItemDelegate>

namespace braketeer::gui {

/// Draws a row of the section list: icon and name as the style does, then the mark and the number at the right end.
class SectionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { MarkRole = Qt::UserRole, CountRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace braketeer::gui
