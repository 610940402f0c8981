#pragma once

#include "flows/storage/buckets.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QList>

namespace braketeer::gui {

/// The buckets of an account: name, region, creation date.
class BucketsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Region, Created, ColumnCount };

    explicit BucketsModel(QObject *parent = nullptr);

    void setBuckets(const QList<flows::BucketEntry> &buckets);
    /// Puts in a region that was found out later.
    void setRegion(const QString &bucket, const QString &region);
    /// Shows only names that have this in them.
    void setFilter(const QString &text);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    const flows::BucketEntry &bucket(int row) const { return m_all.at(m_shown.at(row)); }

    /// Row of a bucket; -1: not there, or filtered out.
    int rowOf(const QString &bucket) const;

    qsizetype count() const { return m_all.size(); }

    /// "" where it is not known.
    QString region(const QString &bucket) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    void arrange();

    QList<flows::BucketEntry> m_all;
    QList<qsizetype> m_shown;
    QString m_filter;
    int m_sortColumn = Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QIcon m_icon;
};

} // namespace braketeer::gui
