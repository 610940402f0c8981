#pragma once

#include "aws/headers.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <span>

namespace braketeer::aws {

/// How the path of the canonical request follows from the path on the wire.
/// Source: "Signature Version 4 for API requests", canonical URI; botocore `auth.py` does the same.
enum class PathRule {
    NormalizedThenEncoded, ///< every service but S3: empty, `.` and `..` segments resolved, then `%3A` becomes `%253A`
    Encoded,               ///< encoded as it stands, nothing resolved
    AsOnTheWire,           ///< S3: the path on the wire is the canonical path
};

/// What goes into the canonical request, all of it as on the wire.
///
/// Views only: the bytes must outlive the call.
struct CanonicalInput
{
    QByteArrayView method;
    QByteArrayView path;  ///< begins with '/'; empty means "/"
    QByteArrayView query; ///< without '?'; decoded, encoded again and sorted here
    /// All of them are signed, so `host` is among them. Two lists, because the request brings the first and the signer
    /// the second.
    std::array<std::span<const Header>, 2> headers;
    QByteArrayView payloadHash; ///< 64 hexadecimal digits, or "UNSIGNED-PAYLOAD"
    PathRule pathRule = PathRule::NormalizedThenEncoded;
};

/// Names of all headers in lower case, sorted, each once: `host;x-amz-date`.
QByteArray signedHeaderNames(const std::array<std::span<const Header>, 2> &headers);

/// Puts the canonical request into `out`, whose capacity is used again, and answers where in it the signed header names
/// stand. The view is good until `out` changes.
QByteArrayView writeCanonicalRequest(QByteArray &out, const CanonicalInput &input);

} // namespace braketeer::aws
