#pragma once

#include "aws/headers.h"

#include <QByteArray>
#include <QByteArrayView>

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
    QByteArrayView path;              ///< begins with '/'; empty means "/"
    QByteArrayView query;             ///< without '?'; decoded, encoded again and sorted here
    const Headers *headers = nullptr; ///< every one of them is signed, so `host` and `x-amz-date` are among them
    QByteArrayView payloadHash;       ///< 64 hexadecimal digits, or "UNSIGNED-PAYLOAD"
    PathRule pathRule = PathRule::NormalizedThenEncoded;
};

/// Appends the canonical request to `out`, and the list of signed header names (`host;x-amz-date`) to `signedHeaders`.
void appendCanonicalRequest(QByteArray &out, QByteArray &signedHeaders, const CanonicalInput &input);

} // namespace braketeer::aws
