#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace braketeer::aws {

/// "Sun, 06 Nov 1994 08:49:37 GMT", the only form that is sent today (RFC 9110, 5.6.7). Null for anything else.
std::optional<QDateTime> parseHttpDate(QByteArrayView text);

/// A Retry-After header: seconds, or a date compared with `now`. Null when there is none or it makes no sense.
std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView text, const QDateTime &now);

} // namespace braketeer::aws
