#pragma once

#include "core/result.h"

#include <QCoroTask>

namespace braketeer::core {

/// A coroutine that ends with a value or an error.
///
/// Tasks start at once. Parameters of a coroutine are taken by value: a reference would dangle
/// after the first suspension.
template<class T = void>
using Task = QCoro::Task<Result<T>>;

} // namespace braketeer::core
