#pragma once

#include "core/result.h"

#include <QCoroTask>

namespace braketeer::core {

/// A coroutine that ends with a value or an error.
///
/// Tasks start at once. Parameters of a coroutine are taken by value: a reference would dangle
/// after the first suspension.
///
/// Traps of the tools this is built with; tests/layering looks for those of the second and the third kind:
/// - GCC 12 destroys an aggregate twice that is a temporary of a co_await expression (`co_await f(Options{})`, and a
///   default argument `Options options = {}` too). So options with members to destroy have a constructor of their own,
///   and other aggregates get a name before they are awaited. Seen under valgrind with GCC 12.2.
/// - GCC 12 carries out both awaits of `co_return yes ? co_await a() : co_await b();`, and destroys what it should not
///   in other conditional expressions and in `&&` and `||` that hold an await. Write `if`, with the await in a
///   statement of its own: `if (yes) co_return co_await a(); co_return co_await b();`.
/// - GCC 12 may keep the values of two awaits in one statement (`use(co_await a(), co_await b())`) in one place. Give
///   each a name before.
/// - QCoro 0.8 moves out of what `co_return member;` names when it converts: write `co_return Result<T>(member);`.
template<class T = void>
using Task = QCoro::Task<Result<T>>;

} // namespace braketeer::core
