#pragma once

#include "sandbox/service/service.h"

#include <QJsonObject>

namespace braketeer::sandbox {

/// What an operation answers, as the members of its response.
using Reply = ServiceResult<QJsonObject>;

/// The request's body. Fails with SerializationException where it is no JSON object.
ServiceResult<QJsonObject> bodyOf(const Call &call);

/// All values of a query parameter, decoded.
QStringList queryValues(const RawRequest &request, QByteArrayView name);

/// "2026-01-02T03:04:05.678Z"
QString timestamp(const QDateTime &time);

tl::unexpected<ServiceError> invalid(const QString &message);  ///< ValidationException 400
tl::unexpected<ServiceError> notFound(const QString &message); ///< ResourceNotFoundException 404

/// The job that the label names, in the caller's region. Fails with ValidationException (no job ARN) or
/// ResourceNotFoundException.
ServiceResult<Job> labelledJob(const Call &call);

} // namespace braketeer::sandbox
