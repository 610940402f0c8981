#include "gui/storage/roworder.h"

#include "gui/storage/listingmodel.h"
#include "gui/storage/objectarena.h"

namespace braketeer::gui {
namespace {

using Before = std::function<bool(quint32, quint32)>;

template<class Key>
Before byKey(std::shared_ptr<const ObjectArena> arena, Qt::SortOrder order, Key key)
{
    const bool descending = order == Qt::DescendingOrder;
    return [arena = std::move(arena), key, descending](quint32 left, quint32 right) {
        if (arena->isFolder(left) != arena->isFolder(right))
            return arena->isFolder(left);
        const auto leftKey = key(*arena, left);
        const auto rightKey = key(*arena, right);
        if (leftKey != rightKey)
            return descending ? rightKey < leftKey : leftKey < rightKey;
        return left < right;
    };
}

} // namespace

Before rowOrder(std::shared_ptr<const ObjectArena> arena, int column, Qt::SortOrder order)
{
    switch (column) {
    case ListingModel::Size:
        return byKey(std::move(arena), order, [](const ObjectArena &rows, quint32 row) { return rows.size(row); });
    case ListingModel::Modified:
        return byKey(std::move(arena), order,
                     [](const ObjectArena &rows, quint32 row) { return rows.modifiedSeconds(row); });
    case ListingModel::StorageClass:
        return byKey(std::move(arena), order,
                     [](const ObjectArena &rows, quint32 row) { return QStringView(rows.storageClass(row)); });
    default:
        break;
    }
    // Names come in order from the service, and numbers with them.
    if (order == Qt::DescendingOrder)
        return std::greater<quint32>();
    return std::less<quint32>();
}

} // namespace braketeer::gui
