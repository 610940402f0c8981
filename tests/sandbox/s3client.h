#pragma once

#include "client.h"

#include "aws/sigv4/sign.h"

/// What S3 is asked, before it is signed.
struct S3Request
{
    QByteArray method = "GET";
    QByteArray target; ///< path and query, percent-encoded
    QByteArray body;
    braketeer::aws::Headers headers; ///< signed with the others
    QByteArray payloadHash;          ///< empty: that of the body
};

/// Raw HTTP to S3, signed by aws/sigv4.
class S3Client
{
public:
    explicit S3Client(const braketeer::sandbox::Sandbox &sandbox);

    QByteArray region = "us-west-2";
    QByteArray host; ///< another than the machine's: virtual-host style
    QDateTime time;  ///< of the signature; invalid: now
    braketeer::aws::Credentials credentials;

    QByteArray bytesOf(const S3Request &request);

    WireReply send(const S3Request &request) { return wire.exchange(bytesOf(request), request.method == "HEAD"); }

    WireReply get(const QByteArray &target, const braketeer::aws::Headers &headers = {});
    WireReply put(const QByteArray &target, const QByteArray &body, const braketeer::aws::Headers &headers = {});
    WireReply post(const QByteArray &target, const QByteArray &body, const braketeer::aws::Headers &headers = {});

    /// Path and query of a presigned URL.
    QByteArray presigned(const QByteArray &method, const QByteArray &target, int expires);

    /// The signature that bytesOf() made last, and what signs further ones.
    QByteArray lastSignature;
    QByteArray lastTime;

    WireClient wire;

private:
    QByteArray m_ownHost;
    braketeer::aws::Signer m_signer;
};

/// The text of an element of an answer; its first.
QByteArray element(const WireReply &reply, const QByteArray &name);
QList<QByteArray> elements(const WireReply &reply, const QByteArray &name);
