#pragma once

#include <QString>

namespace braketeer::gui {

class ObjectArena;

/// What stands in a listing's cells; columns are ListingModel::Column.
QString columnTitle(int column);
QString cellText(const ObjectArena &arena, quint32 row, int column);

} // namespace braketeer::gui
