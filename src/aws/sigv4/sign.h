#pragma once

#include "aws/credentials/credentials.h"
#include "aws/sigv4/canonical.h"
#include "aws/sigv4/sha256.h"
#include "aws/sigv4/signingkeys.h"

#include <QByteArray>
#include <QDateTime>

namespace braketeer::aws {

/// For whom, for which service and when a signature holds.
struct SigningScope
{
    QByteArray region;  ///< "us-west-2"
    QByteArray service; ///< signing name: "braket", "s3", "servicequotas"
    QDateTime time;     ///< UTC; the service accepts five minutes to either side
};

struct SigningOptions
{
    PathRule pathRule = PathRule::NormalizedThenEncoded;
    bool signToken = true;        ///< false: the session token is sent, but left out of the signature
    bool sendPayloadHash = false; ///< adds and signs `x-amz-content-sha256`; S3 wants it
};

/// A request as it will be on the wire, without what the signer adds.
struct SignableRequest
{
    QByteArray method;
    QByteArray path;        ///< percent-encoded as sent
    QByteArray query;       ///< percent-encoded as sent, without '?'
    Headers headers;        ///< to be signed, `host` among them; content-length may stay out
    QByteArray payloadHash; ///< hash of the body in hexadecimal digits, or "UNSIGNED-PAYLOAD"
};

struct HeaderSignature
{
    Headers headers; ///< to be added to the request: X-Amz-Date, the token, the payload hash, and last Authorization

    /// 64 hexadecimal digits: the end of the Authorization header.
    QByteArray signature() const { return headers.last().second.last(64); }
};

struct QuerySignature
{
    QByteArray query; ///< the whole query to send

    /// 64 hexadecimal digits: the end of the query (unless an unsigned token follows).
    QByteArray signature;
};

/// Signature Version 4: bytes in, bytes out; no clock, no network, no environment.
///
/// Keeps what makes it fast: OpenSSL contexts, derived keys and one buffer for the texts to hash. One signer a thread.
/// The stages of the last signature can be read, so that a mismatch can be pinned to a stage; they hold no secret but
/// what the request itself shows.
///
/// Source: AWS, "Signature Version 4 signing process"; vectors of aws-c-auth and botocore in tests/data/suites.
class Signer final
{
public:
    /// For the Authorization header. Credentials with a session token send it as X-Amz-Security-Token.
    HeaderSignature signHeaders(const SignableRequest &request, const Credentials &credentials,
                                const SigningScope &scope, const SigningOptions &options = {});

    /// For a URL that carries its own signature for `expires` seconds (1 to 604800). Anybody who has it can use it.
    QuerySignature presign(const SignableRequest &request, const Credentials &credentials, const SigningScope &scope,
                           int expires, const SigningOptions &options = {});

    /// Only the number: for callers that lay out the headers themselves.
    QByteArray payloadHash(QByteArrayView body);

    /// Stages of the last signature.
    QByteArray lastCanonicalRequest() const { return m_canonical; }

    QByteArray lastStringToSign() const { return m_toSign; }

    const SigningKeyCache &keys() const { return m_keys; }

private:
    SigningKeyCache::Digest sign(const core::Secret &secret, const SigningScope &scope, QByteArrayView timestamp);

    Sha256 m_sha;
    SigningKeyCache m_keys;
    QByteArray m_canonical; ///< one buffer for all canonical requests
    QByteArray m_toSign;
};

/// Time as the signature wants it: "20260102T030405Z".
QByteArray amzDate(const QDateTime &time);

} // namespace braketeer::aws
