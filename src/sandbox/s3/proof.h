#pragma once

#include "sandbox/auth/keyring.h"
#include "sandbox/s3/address.h"

#include <optional>

namespace braketeer::sandbox::s3 {

/// What the signature says of the body.
struct PayloadRule
{
    enum class Form {
        Unsigned,        ///< nothing
        Hashed,          ///< its SHA-256
        SignedChunks,    ///< aws-chunked, each chunk with a signature
        UnsignedTrailer, ///< aws-chunked, with trailers
        SignedTrailer,   ///< aws-chunked, chunks and trailers with signatures
    };

    Form form = Form::Unsigned;
    QByteArray sha256; ///< of Hashed, in hexadecimal
    // What the signatures of chunks begin with:
    QByteArray signingKey;
    QByteArray time;
    QByteArray scope;
    QByteArray signature;

    bool isChunked() const { return form >= Form::SignedChunks; }
};

/// Who asks, and by which way.
struct Identity
{
    bool anonymous = true;
    QByteArray region; ///< of the credential scope
    PayloadRule payload;
};

/// Who is to be believed to ask: the Authorization header or a presigned URL is checked, and what has neither is
/// anonymous. `now` is the service's clock.
///
/// Fails as S3 does: InvalidAccessKeyId, InvalidToken, ExpiredToken, RequestTimeTooSkewed (15 minutes),
/// SignatureDoesNotMatch, AuthorizationHeaderMalformed, AuthorizationQueryParametersError, AccessDenied (headers that
/// are not signed, a URL that has expired), InvalidRequest (no x-amz-content-sha256, signature version 2).
/// Source: Amazon S3 API Reference, "Authenticating Requests (AWS Signature Version 4)".
Outcome<Identity> prove(const Keyring &keys, const RawRequest &request, const QDateTime &now);

/// Whether a request is S3's, by the service in its credential scope; for one without a signature by virtual host.
bool isSignedForS3(const RawRequest &request);

} // namespace braketeer::sandbox::s3
