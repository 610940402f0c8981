#pragma once

#include "aws/http/exchange.h"

#include <QNetworkRequest>

#include <memory>

class QNetworkAccessManager;

namespace braketeer::aws {

/// Sends one request and waits for the whole answer. `request` is made of `transmission`. Nothing is sent twice,
/// followed or unpacked. (A body-less GET, HEAD or DELETE is the exception: those the network library may repeat by
/// itself.)
QCoro::Task<tl::expected<Answer, TransmissionFailure>> exchange(std::shared_ptr<QNetworkAccessManager> manager,
                                                                QNetworkRequest request, Transmission transmission,
                                                                core::CancelToken cancel);

/// Switches off the habits of the network library that a request must not have: redirects, cookies, its cache, HTTP/2,
/// asking for compression, credentials of its own.
void switchOffHabits(QNetworkRequest &request);

} // namespace braketeer::aws
