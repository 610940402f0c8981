#pragma once

#include "core/clock.h"
#include "store/history/submission.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace braketeer::gui {

/// One submission as the table shows it.
struct HistoryRow
{
    store::Submission submission; ///< as lists have it: without request and job answer
    QString instance;             ///< instance type of the request; "" where it is not known

    bool operator==(const HistoryRow &) const = default;
};

/// Read-only view of the local history, newest first. Holds a copy; the store stays the only writer.
///
/// Rows are told apart by Submission::id, which grows with age order: new rows, changed rows and gone rows are merged
/// in, so that selection and scroll position survive a refresh.
class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Status, Name, Device, Instance, Created, Duration, JobArn, ColumnCount };

    enum Role { IdRole = Qt::UserRole };

    explicit HistoryModel(core::Clock clock, QObject *parent = nullptr);

    /// Takes `rows` (newest first) as all that is known from the newest down to the last of them.
    /// `more`: older ones exist and have not been read.
    void setRows(const QList<HistoryRow> &rows, bool more);
    /// Adds older rows at the end.
    void appendRows(const QList<HistoryRow> &rows, bool more);
    /// Lets go of every row, for another search or another database.
    void clear();

    const store::Submission &submission(int row) const { return m_rows.at(row).submission; }

    /// Row of a submission; -1: not read, or gone.
    int rowOf(qint64 id) const;
    /// Instance types by submission, of all rows that were read: a request never changes, so it is read once.
    QHash<qint64, QString> knownInstances() const;
    /// Jobs that were created and have not ended, as far as is known.
    int unfinishedCount() const;
    /// Submissions whose answer was lost and is still missing.
    int unknownCount() const;

    /// Ages and durations move on; call now and then.
    void tick();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The view came to the end of what was read.
    void olderWanted();

private:
    void place(int at, const HistoryRow &row);

    core::Clock m_clock;
    QList<HistoryRow> m_rows;
    bool m_more = false;
    bool m_asked = false;
};

} // namespace braketeer::gui
