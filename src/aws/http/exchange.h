#pragma once

#include "aws/headers.h"
#include "core/canceltoken.h"
#include "core/error.h"

#include <QCoroTask>
#include <QUrl>

#include <chrono>
#include <tl/expected.hpp>

namespace braketeer::aws {

/// One request, ready for the wire, and its limits.
struct Transmission
{
    QUrl url;
    Headers headers; ///< all but Content-Length
    QByteArray method;
    QByteArray body;
    std::chrono::milliseconds connectTimeout; ///< 0: none
    std::chrono::milliseconds readTimeout;    ///< 0: none
    qint64 maxAnswerBytes = 0;
    QString proxy; ///< host and port of the proxy in between, for messages; empty: none
};

/// A whole answer, of whatever status.
struct Answer
{
    int status = 0;
    Headers headers;
    QByteArray body;
};

/// Why there was none.
struct TransmissionFailure
{
    core::Error error;           ///< Network, Tls or Cancelled; `outcomeUnknown` when bytes may have been acted upon
    bool connectionLost = false; ///< another try may help
};

} // namespace braketeer::aws
