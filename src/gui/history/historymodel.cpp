#include "gui/history/historymodel.h"

#include "gui/history/historywords.h"
#include "gui/kit/icons.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

struct ColumnSpec
{
    const char *title;
    QString (*text)(const HistoryRow &, const QDateTime &now);
    QString (*tip)(const HistoryRow &);
};

QString exactTime(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::LongFormat) : QString();
}

const QDateTime &createdAt(const store::Submission &submission)
{
    return submission.jobCreatedAt.isValid() ? submission.jobCreatedAt : submission.createdAt;
}

QString runTime(const store::Submission &submission, const QDateTime &now)
{
    if (submission.endedAt.isValid())
        return duration(submission.startedAt, submission.endedAt);
    return isUnfinished(submission) ? duration(submission.startedAt, now) : QString();
}

const std::array<ColumnSpec, HistoryModel::ColumnCount> columns{{
    {QT_TRANSLATE_NOOP("History", "Status"),
     [](const HistoryRow &r, const QDateTime &) { return statusWord(r.submission); },
     [](const HistoryRow &r) { return statusSentence(r.submission); }},
    {QT_TRANSLATE_NOOP("History", "Name"), [](const HistoryRow &r, const QDateTime &) { return r.submission.jobName; },
     [](const HistoryRow &r) { return r.submission.note; }},
    {QT_TRANSLATE_NOOP("History", "Device"),
     [](const HistoryRow &r, const QDateTime &) { return shortDevice(r.submission.device); },
     [](const HistoryRow &r) { return r.submission.device; }},
    {QT_TRANSLATE_NOOP("History", "Instance"), [](const HistoryRow &r, const QDateTime &) { return r.instance; },
     [](const HistoryRow &) { return QString(); }},
    {QT_TRANSLATE_NOOP("History", "Created"),
     [](const HistoryRow &r, const QDateTime &now) { return age(createdAt(r.submission), now); },
     [](const HistoryRow &r) { return exactTime(createdAt(r.submission)); }},
    {QT_TRANSLATE_NOOP("History", "Duration"),
     [](const HistoryRow &r, const QDateTime &now) { return runTime(r.submission, now); },
     [](const HistoryRow &r) { return exactTime(r.submission.endedAt); }},
    {QT_TRANSLATE_NOOP("History", "ARN"), [](const HistoryRow &r, const QDateTime &) { return r.submission.jobArn; },
     [](const HistoryRow &r) { return r.submission.jobArn; }},
}};

} // namespace

HistoryModel::HistoryModel(core::Clock clock, QObject *parent) : QAbstractTableModel(parent), m_clock(std::move(clock))
{
}

void HistoryModel::setRows(const QList<HistoryRow> &rows, bool more)
{
    int at = 0;
    for (const HistoryRow &row : rows)
        place(at++, row);
    if (at < m_rows.size()) {
        beginRemoveRows({}, at, int(m_rows.size()) - 1);
        m_rows.resize(at);
        endRemoveRows();
    }
    m_more = more;
    m_asked = false;
}

void HistoryModel::place(int at, const HistoryRow &row)
{
    const qint64 id = row.submission.id;
    int gone = at;
    while (gone < m_rows.size() && m_rows.at(gone).submission.id > id)
        ++gone;
    if (gone > at) {
        beginRemoveRows({}, at, gone - 1);
        m_rows.remove(at, gone - at);
        endRemoveRows();
    }
    if (at < m_rows.size() && m_rows.at(at).submission.id == id) {
        if (m_rows.at(at) == row)
            return;
        m_rows[at] = row;
        Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
        return;
    }
    beginInsertRows({}, at, at);
    m_rows.insert(at, row);
    endInsertRows();
}

void HistoryModel::appendRows(const QList<HistoryRow> &rows, bool more)
{
    if (!rows.isEmpty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
        m_rows.append(rows);
        endInsertRows();
    }
    m_more = more;
    m_asked = false;
}

void HistoryModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_more = false;
    m_asked = false;
    endResetModel();
}

int HistoryModel::rowOf(qint64 id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).submission.id == id)
            return row;
    }
    return -1;
}

QHash<qint64, QString> HistoryModel::knownInstances() const
{
    QHash<qint64, QString> known;
    known.reserve(m_rows.size());
    for (const HistoryRow &row : m_rows)
        known.insert(row.submission.id, row.instance);
    return known;
}

int HistoryModel::unfinishedCount() const
{
    return int(std::ranges::count_if(m_rows, [](const HistoryRow &row) { return isUnfinished(row.submission); }));
}

int HistoryModel::unknownCount() const
{
    return int(std::ranges::count_if(
        m_rows, [](const HistoryRow &row) { return row.submission.state == store::SubmissionState::Unknown; }));
}

void HistoryModel::tick()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Created), index(int(m_rows.size()) - 1, Duration), {Qt::DisplayRole});
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ColumnSpec &column = columns[size_t(index.column())];
    const HistoryRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return column.text(row, m_clock());
    case Qt::ToolTipRole: {
        const QString tip = column.tip(row);
        return tip.isEmpty() ? QVariant() : QVariant(tip);
    }
    case Qt::DecorationRole:
        return index.column() == Status ? QVariant(statusIcon(statusKey(row.submission))) : QVariant();
    case Qt::FontRole:
        return index.column() == JobArn ? QVariant(QFontDatabase::systemFont(QFontDatabase::FixedFont)) : QVariant();
    case IdRole:
        return row.submission.id;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return QCoreApplication::translate("History", columns[size_t(section)].title);
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asked;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid() || !canFetchMore(parent))
        return;
    m_asked = true;
    Q_EMIT olderWanted();
}

} // namespace braketeer::gui
