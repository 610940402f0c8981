#pragma once

#include "flows/transfer/transfer.h"

#include <QAbstractTableModel>
#include <QList>

namespace braketeer::gui {

/// The transfers of a session, the newest first. Holds copies; the queue stays the owner.
class TransfersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Place, Progress, State, Rate, TimeLeft, ColumnCount };

    /// Of the column Progress: 0 to 100; -1 while the size is not known.
    enum Role { PercentRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Adds the transfer, or brings its row up to date.
    void take(const flows::TransferStatus &status);
    void remove(qint64 id);
    void clear();

    const flows::TransferStatus &transfer(int row) const { return m_rows.at(row); }

    /// Waiting, running or being verified.
    int unfinishedCount(flows::Direction direction) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    int rowOf(qint64 id) const;

    QList<flows::TransferStatus> m_rows;
};

/// "Waiting", "Running" …
QString stateWord(flows::TransferState state);
/// 0 to 100; -1 where the size is not known.
int percentOf(const flows::TransferStatus &status);

} // namespace braketeer::gui
