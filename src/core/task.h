#pragma once

#include "core/result.h"

#include <QCoroTask>

namespace braketeer::core {

/// A coroutine that ends with a value or an error.
///
/// Tasks start at once. Parameters of a coroutine are taken by value: a reference would dangle
/// after the first suspension.
///
/// Two traps of the tools this is built with:
/// - GCC 12 destroys an aggregate twice that is a temporary of a co_await expression (`co_await f(Options{})`, and a
///   default argument `Options options = {}` too). So options with members to destroy have a constructor of their own,
///   and other aggregates get a name before they are awaited. Seen under valgrind with GCC 12.2.
/// - QCoro 0.8 moves out of what `co_return member;` names when it converts: write `co_return Result<T>(member);`.
template<class T = void>
using Task = QCoro::Task<Result<T>>;

} // namespace braketeer::core
