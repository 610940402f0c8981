#pragma once

#include <QDateTime>

#include <functional>

namespace braketeer::core {

/// What time it is, in UTC with milliseconds. A parameter wherever time decides something, so that tests can set it.
using Clock = std::function<QDateTime()>;

/// The machine's clock.
inline Clock systemClock()
{
    return [] { return QDateTime::currentDateTimeUtc(); };
}

} // namespace braketeer::core
