#pragma once

#include "aws/headers.h"
#include "core/canceltoken.h"
#include "core/error.h"

#include <QCoroTask>
#include <QNetworkRequest>

#include <chrono>
#include <memory>
#include <tl/expected.hpp>

class QNetworkAccessManager;

namespace braketeer::aws {

/// One request, ready for the wire, and its limits.
struct Transmission
{
    QNetworkRequest request; ///< URL and all headers but Content-Length
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

/// Sends one request and waits for the whole answer. Nothing is sent twice, followed or unpacked.
/// (A body-less GET, HEAD or DELETE is the exception: those the network library may repeat by itself.)
QCoro::Task<tl::expected<Answer, TransmissionFailure>> exchange(std::shared_ptr<QNetworkAccessManager> manager,
                                                                Transmission transmission, core::CancelToken cancel);

/// Switches off the habits of the network library that a request must not have: redirects, cookies, its cache, HTTP/2,
/// asking for compression, credentials of its own.
void switchOffHabits(QNetworkRequest &request);

} // namespace braketeer::aws
