#pragma once

#include <QObject>

#include <vector>

QT_BEGIN_NAMESPACE
class QTableView;
QT_END_NAMESPACE

namespace braketeer::gui {

class ListingModel;

/// Keeps the selection of a listing through filters: rows that a filter hides are selected again when it is gone.
class SelectionKeeper final : public QObject
{
    Q_OBJECT
public:
    /// The view shows the model already.
    SelectionKeeper(ListingModel &model, QTableView &view, QObject *parent = nullptr);

    /// Call before the filter changes.
    void remember();
    /// Nothing of another place is remembered.
    void forget();

private:
    void restore();

    ListingModel &m_model;
    QTableView &m_view;
    std::vector<bool> m_selected; ///< by the row's number
    qint64 m_current = -1;        ///< number of the current row
    bool m_waiting = false;       ///< a filter is being worked out
};

} // namespace braketeer::gui
