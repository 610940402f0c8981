#pragma once

#include "aws/headers.h"
#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace braketeer::aws {

/// One call of a service, before endpoint, signature and transport are known.
struct Request
{
    QString service;   ///< as resolveEndpoint() knows it: "braket", "sts"
    QByteArray method; ///< "GET", "POST" …
    /// Percent-encoded once, begins with '/'; labels by percentEncoded(). Empty: the bucket itself (S3).
    QByteArray path = QByteArrayLiteral("/");
    Headers query;   ///< raw names and values, encoded by the client; order and repetitions are kept
    Headers headers; ///< Content-Type, X-Amz-Target …; all are signed
    QByteArray body; ///< sent and hashed as it stands

    /// May be sent again when an answer is lost: a read, or a change that carries its own client token. When false,
    /// nothing is ever sent twice.
    bool repeatable = false;
    bool signedRequest = true; ///< false: no credentials are asked for (SSO and OIDC calls)

    QString region; ///< another region than the client's; empty: the client's
    QString bucket; ///< S3 only: becomes part of host or path
};

/// An answer with a status of 2xx. Everything else is a core::Error.
struct Response
{
    int status = 0;
    Headers headers;
    QByteArray body;
    QString requestId;
    QString host; ///< who answered
};

/// An answer with another status, or none at all. S3 says in the headers of a refusal where the bucket is.
struct Refusal
{
    core::Error error;
    Headers headers; ///< empty when no service answered
    QByteArray body;
};

} // namespace braketeer::aws
