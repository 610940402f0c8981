#include "gui/storage/selectionkeeper.h"

#include "gui/storage/listingmodel.h"

#include <QItemSelectionModel>
#include <QTableView>

namespace braketeer::gui {
namespace {

/// Beyond so many pieces a selection is let go of: restoring it would take longer than a frame.
constexpr int mostRanges = 2000;

} // namespace

SelectionKeeper::SelectionKeeper(ListingModel &model, QTableView &view, QObject *parent)
    : QObject(parent), m_model(model), m_view(view)
{
    connect(&model, &ListingModel::settled, this, &SelectionKeeper::restore);
}

void SelectionKeeper::remember()
{
    if (m_waiting)
        return; // what is selected now are the leavings of the filter before
    m_waiting = true;
    m_current = m_view.currentIndex().isValid() ? qint64(m_model.number(m_view.currentIndex().row())) : m_current;
    if (m_selected.empty() && !m_view.selectionModel()->hasSelection())
        return;
    m_selected.resize(size_t(m_model.loadedCount()), false);
    // What is shown says itself whether it is selected; what is hidden keeps what was remembered.
    for (int row = 0; row < m_model.rowCount(); ++row)
        m_selected[m_model.number(row)] = false;
    const QItemSelection selection = m_view.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_selected[m_model.number(row)] = true;
    }
}

void SelectionKeeper::forget()
{
    m_selected.clear();
    m_current = -1;
    m_waiting = false;
}

void SelectionKeeper::restore()
{
    if (!std::exchange(m_waiting, false) || m_selected.empty())
        return;
    QItemSelection selection;
    QModelIndex current;
    const int last = ListingModel::ColumnCount - 1;
    const auto isSelected = [this](int row) {
        const quint32 number = m_model.number(row);
        return number < m_selected.size() && m_selected[number];
    };
    const int rows = m_model.rowCount();
    for (int row = 0; row < rows; ++row) {
        if (m_model.number(row) == m_current)
            current = m_model.index(row, 0);
        if (!isSelected(row))
            continue;
        const int first = row;
        while (row + 1 < rows && isSelected(row + 1))
            ++row;
        selection.append(QItemSelectionRange(m_model.index(first, 0), m_model.index(row, last)));
        if (selection.size() > mostRanges)
            return;
    }
    if (current.isValid())
        m_view.selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (current.isValid())
        m_view.scrollTo(current);
}

} // namespace braketeer::gui
