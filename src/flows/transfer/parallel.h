#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QList>

#include <functional>
#include <memory>

namespace braketeer::flows {

/// Does `work` for each of `numbers`, in this order, at most `atOnce` at the same time. The first failure stops the
/// others (by the token that `work` is given) and is the result. `cancel` stops all.
[[nodiscard]] core::Task<> forEachPart(QList<int> numbers, int atOnce,
                                       std::function<core::Task<>(int number, core::CancelToken stop)> work,
                                       core::CancelToken cancel);

} // namespace braketeer::flows
