#pragma once

#include "sandbox/auth/authorization.h"

namespace braketeer::sandbox {

/// How a service wants the path in the canonical request.
enum class PathForm {
    EncodedTwice, ///< normalised, then the path of the wire encoded again: every service but S3
    AsSent,       ///< S3
};

/// The canonical request of Signature Version 4, made of the bytes that came in.
/// Source: AWS General Reference, "Create a signed AWS API request".
QByteArray canonicalRequest(const RawRequest &request, const QList<QByteArray> &signedHeaders, PathForm form);

/// The same of its parts: `query` without the signature of a presigned URL, `payloadHash` as the request states it.
QByteArray canonicalRequest(const RawRequest &request, const QByteArray &query, const QList<QByteArray> &signedHeaders,
                            PathForm form, const QByteArray &payloadHash);

/// The lower-case hexadecimal signature over it. `time` is "20260102T030405Z".
QByteArray signature(QByteArrayView secretAccessKey, const Authorization &authorization, const QByteArray &time,
                     const QByteArray &canonicalRequest);

/// What signs all requests of a scope.
QByteArray signingKey(QByteArrayView secretAccessKey, const Authorization &authorization);

/// The lower-case hexadecimal signature of a string to sign.
QByteArray sign(const QByteArray &signingKey, const QByteArray &stringToSign);

/// In lower-case hexadecimal.
QByteArray sha256Hex(const QByteArray &bytes);

} // namespace braketeer::sandbox
