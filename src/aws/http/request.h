#pragma once

#include "aws/headers.h"

#include <QByteArray>
#include <QString>

namespace braketeer::aws {

/// One call of a service, before endpoint, signature and transport are known.
struct Request
{
    QString service;                          ///< as resolveEndpoint() knows it: "braket", "sts"
    QByteArray method;                        ///< "GET", "POST" …
    QByteArray path = QByteArrayLiteral("/"); ///< percent-encoded once, begins with '/'; labels by percentEncoded()
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

} // namespace braketeer::aws
