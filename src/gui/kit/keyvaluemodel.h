#pragma once

#include "gui/kit/pastedpairs.h"
#include "job/value.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>

namespace braketeer::gui {

/// Names and values of a map in two columns, with one empty row at the end that takes a new name.
///
/// Rows may be unfinished: a row without a name and the second of two equal names are shown (with their fault), but are
/// not part of map().
class KeyValueModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Key, Value, ColumnCount };

    enum Role { FaultRole = Qt::UserRole }; ///< QString: what is wrong with the row; empty: nothing

    using QAbstractTableModel::QAbstractTableModel;

    /// Takes over what the document holds; rows that only this model knows are dropped.
    void setMap(const job::Value *map);
    /// Nothing when there is no finished row: an empty map is an absent one.
    std::optional<job::Value> map() const;

    const QList<Pair> &rows() const { return m_rows; }

    bool isNewRow(int row) const { return row == m_rows.size(); }

    int rowOf(const QString &key) const;

    /// Adds what is new, replaces the values of names that are there.
    void merge(const QList<Pair> &pairs);
    void removeRowsAt(QList<int> rows);
    /// Faults by name, as the checks found them.
    void setFaults(const QHash<QString, QString> &faults);
    /// First name that stands in two rows; empty: there is none.
    QString duplicate() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// A person changed something; not sent by setMap() and setFaults().
    void edited();

private:
    QString fault(int row) const;
    bool isDuplicate(int row) const;
    QVariant newRowData(int column, int role) const;
    job::Value valueOf(const Pair &pair) const;
    void refresh();

    QList<Pair> m_rows;
    QHash<QString, job::Value> m_kept; ///< values of another kind than text, as they came
    QHash<QString, QString> m_faults;
};

} // namespace braketeer::gui
