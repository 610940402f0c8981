#include "gui/storage/bucketsmodel.h"

#include "gui/kit/icons.h"
#include "gui/storage/storagemime.h"
#include "gui/storage/storagewords.h"

#include <QCoreApplication>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::gui {
namespace {

const char *const titles[BucketsModel::ColumnCount] = {QT_TRANSLATE_NOOP("BucketsModel", "Bucket"),
                                                       QT_TRANSLATE_NOOP("BucketsModel", "Region"),
                                                       QT_TRANSLATE_NOOP("BucketsModel", "Created")};

bool isBefore(const flows::BucketEntry &left, const flows::BucketEntry &right, int column)
{
    if (column == BucketsModel::Region && left.region != right.region)
        return left.region < right.region;
    if (column == BucketsModel::Created && left.createdAt != right.createdAt)
        return left.createdAt < right.createdAt;
    return left.name < right.name;
}

} // namespace

BucketsModel::BucketsModel(QObject *parent) : QAbstractTableModel(parent), m_icon(themeIcon(u"storage-bucket"_s)) { }

void BucketsModel::setBuckets(const QList<flows::BucketEntry> &buckets)
{
    m_all = buckets;
    arrange();
}

void BucketsModel::setFilter(const QString &text)
{
    m_filter = text;
    arrange();
}

void BucketsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
}

void BucketsModel::arrange()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype at = 0; at < m_all.size(); ++at) {
        if (m_all.at(at).name.contains(m_filter, Qt::CaseInsensitive))
            m_shown.append(at);
    }
    std::stable_sort(m_shown.begin(), m_shown.end(), [this](qsizetype left, qsizetype right) {
        if (m_sortOrder == Qt::DescendingOrder)
            std::swap(left, right);
        return isBefore(m_all.at(left), m_all.at(right), m_sortColumn);
    });
    endResetModel();
}

void BucketsModel::setRegion(const QString &bucket, const QString &region)
{
    for (flows::BucketEntry &entry : m_all) {
        if (entry.name == bucket)
            entry.region = region;
    }
    if (const int row = rowOf(bucket); row >= 0)
        Q_EMIT dataChanged(index(row, Region), index(row, Region));
}

int BucketsModel::rowOf(const QString &bucket) const
{
    const auto found = std::find_if(m_shown.cbegin(), m_shown.cend(),
                                    [&](qsizetype at) { return m_all.at(at).name == bucket; });
    return found == m_shown.cend() ? -1 : int(found - m_shown.cbegin());
}

QString BucketsModel::region(const QString &bucket) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(),
                                    [&](const auto &entry) { return entry.name == bucket; });
    return found == m_all.cend() ? QString() : found->region;
}

int BucketsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int BucketsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant BucketsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const flows::BucketEntry &entry = bucket(index.row());
    if (role == Qt::DecorationRole && index.column() == Name)
        return m_icon;
    if (role == Qt::ToolTipRole)
        return core::S3Uri{entry.name, {}}.toString();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return entry.name;
    case Region:
        return entry.region;
    default:
        return dateText(entry.createdAt);
    }
}

QVariant BucketsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return QCoreApplication::translate("BucketsModel", titles[section]);
}

Qt::ItemFlags BucketsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() ? base | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : base;
}

QStringList BucketsModel::mimeTypes() const
{
    return storageMimeTypes();
}

QMimeData *BucketsModel::mimeData(const QModelIndexList &indexes) const
{
    QList<core::S3Uri> places;
    for (const QModelIndex &index : indexes) {
        if (index.column() == Name)
            places.append({bucket(index.row()).name, {}});
    }
    return places.isEmpty() ? nullptr : storageMime(places).release();
}

} // namespace braketeer::gui
