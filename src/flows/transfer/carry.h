#pragma once

#include "aws/http/request.h"
#include "flows/transfer/enginecore.h"

namespace braketeer::flows {

/// One large request of S3, before anything is signed.
struct Cargo
{
    Cargo() = default;

    aws::Request request;   ///< of a builder of services/s3
    QByteArray payloadHash; ///< SHA-256 of the body in hexadecimal digits
    std::optional<aws::FileRange> source;
    std::optional<aws::FileRange> sink;
    aws::BulkDigest digest = aws::BulkDigest::None;
    aws::BulkCounter moved; ///< bytes of the body, whichever way they go
    bool requesterPays = false;
};

/// Sends it and gives the answer of 2xx, on a lane of the engine.
///
/// Tried again, up to the limit, when the connection is lost or the service is in trouble: after a pause with jitter,
/// and with fewer lanes when it asks to slow down. Goes to another region when S3 says so, corrects the clock, and asks
/// for new keys when they have expired; none of that counts as a try.
///
/// Fails as aws::Client::send(), and with Store or Usage for the file.
[[nodiscard]] core::Task<aws::BulkAnswer> carry(std::shared_ptr<TransferEngine> engine, Cargo cargo,
                                                core::CancelToken cancel);

} // namespace braketeer::flows
