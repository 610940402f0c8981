#include "gui/storage/rowsview.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>

namespace braketeer::gui {
namespace {

/// Keeps what stands at the far end of a cell off the text of the next one.
class FarEnd final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (option->displayAlignment & Qt::AlignRight)
            option->text += QChar(char16_t(0x2003)); // a space as wide as a letter M
    }
};

} // namespace

void showRows(QTableView &table, QAbstractItemModel &model)
{
    const int character = table.fontMetrics().averageCharWidth();
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setAlternatingRowColors(true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setTextElideMode(Qt::ElideMiddle);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setCornerButtonEnabled(false);
    table.setDragEnabled(true);
    table.setDragDropMode(QAbstractItemView::DragOnly);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() * 7 / 4);
    table.setItemDelegate(new FarEnd(&table));
    table.setModel(&model);
    QHeaderView *const header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicator(0, Qt::AscendingOrder);
    table.setSortingEnabled(true);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < model.columnCount(); ++column)
        header->resizeSection(column, character * (column == 1 ? 14 : 20));
}

} // namespace braketeer::gui
