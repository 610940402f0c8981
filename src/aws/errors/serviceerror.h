#pragma once

#include "aws/headers.h"
#include "core/error.h"

#include <QByteArrayView>
#include <QString>

namespace braketeer::aws {

/// Reads what a service said when it refused: JSON (restJson1, JSON 1.1), XML (query protocol, S3) or nothing of use.
///
/// Always answers an Error of kind Service with `httpStatus`, `host`, a message, and where they are known code, request
/// id and a suggestion. Takes any bytes: huge, deeply nested, of the wrong type, not even text. Order of the sources as
/// in botocore: header x-amzn-errortype, then `code`, `Code`, `__type` of the body.
core::Error decodeServiceError(int status, const Headers &headers, QByteArrayView body, const QString &host);

/// The request id from the headers, empty where there is none.
QString requestIdOf(const Headers &headers);

} // namespace braketeer::aws
