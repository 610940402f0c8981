#include "gui/storage/rowseeker.h"

#include "gui/storage/storagenavigator.h"

#include <QTableView>

namespace braketeer::gui {
namespace {

/// A row is looked for among so many; further down it is not worth the search.
constexpr qsizetype mostSearched = 20'000;

} // namespace

RowSeeker::RowSeeker(StorageNavigator &navigator, QTableView &buckets, QTableView &objects, QObject *parent)
    : QObject(parent), m_navigator(navigator), m_buckets(buckets), m_objects(objects)
{
    connect(&navigator.listing(), &ListingModel::settled, this, [this] {
        proceed();
        if (m_last && m_navigator.listing().isComplete())
            seekLast();
    });
    connect(&navigator.buckets(), &QAbstractItemModel::modelReset, this, &RowSeeker::proceed);
}

QTableView &RowSeeker::table() const
{
    return m_navigator.isInBuckets() ? m_buckets : m_objects;
}

void RowSeeker::seek(const QString &key)
{
    m_key = key;
    proceed();
}

void RowSeeker::proceed()
{
    if (m_key.isEmpty())
        return;
    const ListingModel &listing = m_navigator.listing();
    const bool buckets = m_navigator.isInBuckets();
    const int row = buckets ? m_navigator.buckets().rowOf(m_key) : listing.rowOf(m_key);
    if (row >= 0) {
        m_key.clear();
        goTo(row);
    } else if (!buckets && (listing.isComplete() || listing.loadedCount() > mostSearched)) {
        m_key.clear();
    }
}

void RowSeeker::seekLast()
{
    ListingModel &listing = m_navigator.listing();
    m_last = !m_navigator.isInBuckets() && !listing.isComplete();
    if (m_last)
        listing.loadAll();
    else
        goTo(table().model()->rowCount() - 1);
}

void RowSeeker::forget()
{
    m_key.clear();
    m_last = false;
}

void RowSeeker::goTo(int row)
{
    const QModelIndex index = table().model()->index(row, 0);
    if (!index.isValid())
        return;
    // Not by the view's own selectRow(), which looks whether Ctrl is held down.
    table().selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table().scrollTo(index);
}

} // namespace braketeer::gui
