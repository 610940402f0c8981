#include "gui/storage/listingmodel.h"
#include "gui/storage/roworder.h"
#include "gui/storage/slicedsort.h"

#include <numeric>
#include <utility>

// ListingModel, second part: filter and order, worked out in slices.
namespace braketeer::gui {
namespace {

constexpr qsizetype scansPerSlice = 8192;

} // namespace

bool ListingModel::isSettled() const
{
    if (!m_incoming.isEmpty())
        return false;
    return isPlain() || (!m_sort && m_inOrder && m_fresh.empty() && m_scanned == m_arena->count());
}

void ListingModel::work()
{
    if (!m_incoming.isEmpty()) {
        takeEntries();
        Q_EMIT progressed();
    } else if (m_sort) {
        if (m_sort->step())
            commitSort();
    } else if (!isPlain() && m_scanned < m_arena->count()) {
        scanSome();
    } else if (!isSettled()) {
        startSort();
    } else {
        m_work.stop();
        Q_EMIT settled();
    }
}

void ListingModel::scanSome()
{
    const qsizetype end = qMin(m_scanned + scansPerSlice, m_arena->count());
    for (; m_scanned < end; ++m_scanned) {
        if (m_filter.matches(m_arena->name(m_scanned)))
            m_fresh.push_back(quint32(m_scanned));
    }
    // In the service's order what comes later stands later.
    if (isServedOrder() && m_inOrder)
        showFresh(qsizetype(m_fresh.size()));
}

void ListingModel::showFresh(qsizetype count)
{
    if (count == 0)
        return;
    beginInsertRows({}, int(m_shown.size()), int(m_shown.size()) + int(count) - 1);
    m_shown.insert(m_shown.end(), m_fresh.cbegin(), m_fresh.cbegin() + count);
    m_fresh.erase(m_fresh.cbegin(), m_fresh.cbegin() + count);
    endInsertRows();
}

void ListingModel::startSort()
{
    m_freshInSort = qsizetype(m_fresh.size());
    if (m_inOrder) {
        m_sort = std::make_unique<SlicedSort>(m_shown, m_fresh, rowOrder(m_arena, m_sortColumn, m_sortOrder));
        return;
    }
    std::vector<quint32> all = m_shown;
    all.insert(all.end(), m_fresh.cbegin(), m_fresh.cend());
    m_sort = std::make_unique<SlicedSort>(std::vector<quint32>(), all, rowOrder(m_arena, m_sortColumn, m_sortOrder));
}

void ListingModel::commitSort()
{
    std::vector<quint32> order = std::exchange(m_sort, nullptr)->take();
    showFresh(m_freshInSort);
    m_inOrder = true;
    rearrange(std::move(order));
}

void ListingModel::rearrange(std::vector<quint32> order)
{
    if (order == m_shown)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<quint32> rowOf;
    if (!before.isEmpty()) {
        rowOf.resize(size_t(m_arena->count()));
        for (size_t row = 0; row < order.size(); ++row)
            rowOf[order[row]] = quint32(row);
    }
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &old : before)
        after.append(index(int(rowOf[m_shown[size_t(old.row())]]), old.column()));
    m_shown = std::move(order);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void ListingModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = NameFilter(text);
    m_sort.reset();
    m_shown = {};
    m_fresh = {};
    m_scanned = 0;
    m_inOrder = true;
    m_plainCount = isPlain() ? m_arena->count() : 0;
    endResetModel();
    if (!isPlain())
        scanSome(); // most listings are short, and then all is done
    m_work.start();
}

void ListingModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount || (column == m_sortColumn && order == m_sortOrder))
        return;
    if (isPlain()) {
        m_shown.resize(size_t(m_plainCount));
        std::iota(m_shown.begin(), m_shown.end(), 0U);
        m_scanned = m_plainCount;
    }
    m_sortColumn = column;
    m_sortOrder = order;
    m_sort.reset();
    m_inOrder = false;
    if (isPlain()) {
        // Without a filter the rows shown are the first that came, so the order is known already.
        std::vector<quint32> served(m_shown.size());
        std::iota(served.begin(), served.end(), 0U);
        rearrange(std::move(served));
        m_plainCount = qsizetype(m_shown.size());
        m_shown = {};
        m_fresh = {};
        m_inOrder = true;
        announcePlain();
    }
    m_work.start();
}

} // namespace braketeer::gui
