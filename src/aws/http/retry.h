#pragma once

#include "core/error.h"

#include <QStringView>

#include <chrono>
#include <optional>

namespace braketeer::aws {

/// Whether a service's answer may be another one in a moment: throttling, or the service's own failure.
/// Never for refusals that stay refusals, whatever their code says (402, 403, 409, 410, 424).
/// Source: botocore, retries/standard.py.
bool isTransient(const core::Error &error);

/// Codes with which a service asks for fewer requests; the status may be 400, 429 or 503.
bool isThrottling(QStringView code);

/// Codes that a wrong clock can cause.
bool mayBeClockSkew(QStringView code);

/// Codes with which a service says that temporary keys are no longer good.
bool meansExpiredKeys(QStringView code);

/// Exponential backoff with full jitter: `random` (0 to 1) times 1, 2, 4 … 20 seconds. A Retry-After is never undercut.
/// `failures` counts from 1.
std::chrono::milliseconds backoff(int failures, double random, std::optional<std::chrono::milliseconds> retryAfter);

/// Nobody waits longer than this in front of a window: the error is better.
inline constexpr std::chrono::milliseconds longestRetryAfter = std::chrono::minutes(1);

} // namespace braketeer::aws
