#pragma once

#include "gui/history/historymodel.h"

#include <QCoroTask>
#include <QHash>

#include <memory>

namespace braketeer::store {
class History;
} // namespace braketeer::store

namespace braketeer::gui {

/// Rows for the table: lists of the history leave the request out, and the instance type stands only there. Those not
/// in `known` are read one by one.
[[nodiscard]] QCoro::Task<QList<HistoryRow>> withInstanceTypes(std::shared_ptr<store::History> history,
                                                               QList<store::Submission> submissions,
                                                               QHash<qint64, QString> known);

} // namespace braketeer::gui
