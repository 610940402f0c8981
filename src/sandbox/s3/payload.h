#pragma once

#include "sandbox/s3/call.h"

#include <functional>

namespace braketeer::sandbox::s3 {

/// What came in with a body, beside its bytes.
struct Received
{
    qint64 size = 0;
    QByteArray md5;                   ///< in hexadecimal
    std::optional<Checksum> checksum; ///< that the client sent, or `wanted`
};

/// False where the bytes cannot be taken: the disk is full.
using Sink = std::function<bool(const char *data, qint64 size)>;

/// Hands on the bytes of a body in blocks, and proves all that the request says of them: length, SHA-256, signatures of
/// chunks, Content-MD5, x-amz-checksum-… in headers and trailers. Nothing that was handed on counts where it fails.
///
/// Fails with IncompleteBody, XAmzContentSHA256Mismatch, SignatureDoesNotMatch, InvalidDigest, BadDigest,
/// InvalidRequest, MissingContentLength, EntityTooLarge, InternalError (the sink).
Outcome<Received> receive(const Call &call, const Sink &sink, std::optional<Algorithm> wanted = {});

/// The same from bytes that are here already: an object of its own.
Received describe(const QByteArray &bytes);

} // namespace braketeer::sandbox::s3
