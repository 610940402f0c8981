#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QAbstractItemModel;
class QTableView;
QT_END_NAMESPACE

namespace braketeer::gui {

/// How the storage views show rows: whole rows, sorted by their headers, dragged out, the name as wide as there is
/// room.
void showRows(QTableView &table, QAbstractItemModel &model);

} // namespace braketeer::gui
