#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <chrono>
#include <functional>

namespace braketeer::aws {

/// How a client waits and rolls dice between tries; tests put in their own.
struct RetryPacing
{
    /// Waits, or ends early when the token is cancelled.
    std::function<core::Task<>(std::chrono::milliseconds, core::CancelToken)> sleep;
    /// A number from 0 to 1 (exclusive) for the full jitter.
    std::function<double()> random;
};

/// Timers of the event loop, and the system's random numbers.
RetryPacing defaultPacing();

} // namespace braketeer::aws
