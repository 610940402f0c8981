#include "gui/kit/keyvaluemodel.h"

#include "gui/kit/icons.h"
#include "gui/kit/linetext.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace braketeer::gui {

void KeyValueModel::setMap(const job::Value *map)
{
    beginResetModel();
    m_rows.clear();
    m_kept.clear();
    for (const job::Value::Entry &entry : map ? map->entries() : QList<job::Value::Entry>()) {
        m_rows.append({entry.key, displayText(&entry.value)});
        if (!entry.value.isText())
            m_kept.insert(entry.key, entry.value);
    }
    endResetModel();
}

std::optional<job::Value> KeyValueModel::map() const
{
    QList<job::Value::Entry> entries;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!m_rows.at(row).key.isEmpty() && !isDuplicate(row))
            entries.append({m_rows.at(row).key, valueOf(m_rows.at(row))});
    }
    return entries.isEmpty() ? std::nullopt : std::optional(job::Value::map(std::move(entries)));
}

job::Value KeyValueModel::valueOf(const Pair &pair) const
{
    const auto kept = m_kept.constFind(pair.key);
    if (kept != m_kept.cend() && displayText(&*kept) == pair.value)
        return *kept;
    return job::Value::text(pair.value);
}

int KeyValueModel::rowOf(const QString &key) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Pair &pair) { return pair.key == key; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

void KeyValueModel::merge(const QList<Pair> &pairs)
{
    beginResetModel();
    for (const Pair &pair : pairs) {
        const int row = rowOf(pair.key);
        if (row < 0)
            m_rows.append(pair);
        else
            m_rows[row].value = pair.value;
    }
    endResetModel();
    Q_EMIT edited();
}

void KeyValueModel::removeRowsAt(QList<int> rows)
{
    std::sort(rows.begin(), rows.end(), std::greater<>());
    for (const int row : std::as_const(rows)) {
        if (row < 0 || row >= m_rows.size())
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    refresh();
    Q_EMIT edited();
}

void KeyValueModel::setFaults(const QHash<QString, QString> &faults)
{
    if (faults == m_faults)
        return;
    m_faults = faults;
    refresh();
}

QString KeyValueModel::duplicate() const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (isDuplicate(row))
            return m_rows.at(row).key;
    }
    return {};
}

bool KeyValueModel::isDuplicate(int row) const
{
    const QString &key = m_rows.at(row).key;
    return !key.isEmpty() && rowOf(key) < row;
}

QString KeyValueModel::fault(int row) const
{
    const QString &key = m_rows.at(row).key;
    if (key.isEmpty())
        return tr("This row has no name and is not sent.");
    if (isDuplicate(row))
        return tr("“%1” stands above already; this row is not sent.").arg(key);
    return m_faults.value(key);
}

int KeyValueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + 1;
}

int KeyValueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeyValueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (isNewRow(index.row()))
        return newRowData(index.column(), role);
    const Pair &pair = m_rows.at(index.row());
    if (index.column() == Key && pair.key.isEmpty() && (role == Qt::DisplayRole || role == Qt::ForegroundRole))
        return newRowData(Key, role);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return index.column() == Key ? pair.key : pair.value;
    case Qt::DecorationRole:
        if (index.column() == Key && !fault(index.row()).isEmpty())
            return severityIcon(job::Severity::Error);
        return {};
    case Qt::ToolTipRole:
        return fault(index.row()).isEmpty() ? data(index, Qt::DisplayRole) : fault(index.row());
    case Qt::AccessibleDescriptionRole:
    case FaultRole:
        return fault(index.row());
    default:
        return {};
    }
}

QVariant KeyValueModel::newRowData(int column, int role) const
{
    if (role == Qt::DisplayRole && column == Key)
        return tr("Add a name…");
    if (role == Qt::ForegroundRole)
        return QGuiApplication::palette().brush(QPalette::PlaceholderText);
    return {};
}

bool KeyValueModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString text = value.toString();
    if (isNewRow(index.row())) {
        if (text.isEmpty())
            return false;
        // The row that was empty becomes a row, and a new empty one follows: the cell that is typed into stays the
        // same.
        beginInsertRows({}, index.row() + 1, index.row() + 1);
        m_rows.append(Pair());
        endInsertRows();
    }
    QString &field = index.column() == Key ? m_rows[index.row()].key : m_rows[index.row()].value;
    if (field == text)
        return true;
    field = text;
    refresh();
    Q_EMIT edited();
    return true;
}

void KeyValueModel::refresh()
{
    // One row's name can make or mend a fault in another row.
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

Qt::ItemFlags KeyValueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

QVariant KeyValueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Key ? tr("Name") : tr("Value");
}

} // namespace braketeer::gui
