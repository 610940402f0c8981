#pragma once

#include <Qt>
#include <QtGlobal>

#include <functional>
#include <memory>

namespace braketeer::gui {

class ObjectArena;

/// Which of two rows (by their numbers in the arena) stands first when a column (ListingModel::Column) is in order.
/// Folders have neither size nor date and stand first, either way; equal rows stay as they came.
std::function<bool(quint32, quint32)> rowOrder(std::shared_ptr<const ObjectArena> arena, int column,
                                               Qt::SortOrder order);

} // namespace braketeer::gui
