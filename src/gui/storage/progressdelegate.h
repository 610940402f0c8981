#pragma once

#include <QStyledItemDelegate>

namespace braketeer::gui {

/// Draws a cell as a progress bar with the cell's text on it. `role` gives the percentage, -1 where it is not known.
class ProgressDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ProgressDelegate(int role, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const int m_role;
};

} // namespace braketeer::gui
