#pragma once

#include "sandbox/auth/serviceerror.h"
#include "sandbox/http/message.h"

#include <QList>

namespace braketeer::sandbox {

/// What the Authorization header of a request says. Nothing of it is believed yet.
struct Authorization
{
    QByteArray accessKeyId;
    QByteArray date; ///< "20260102"
    QByteArray region;
    QByteArray service;
    QList<QByteArray> signedHeaders; ///< in their order
    QByteArray signature;            ///< lower-case hexadecimal

    QByteArray scope() const { return date + '/' + region + '/' + service + "/aws4_request"; }
};

/// Fails with MissingAuthenticationTokenException where there is no header, IncompleteSignatureException where a part
/// of it is missing. Source: Braket API Reference, "Common Error Types"; AWS Signature Version 4 documentation.
ServiceResult<Authorization> readAuthorization(const RawRequest &request);

} // namespace braketeer::sandbox
