#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

struct CancelJobResponse
{
    QString jobArn;
    QString cancellationStatus; ///< CANCELLING or CANCELLED, as the service words it
    QByteArray json;
};

/// `PUT /job/{jobArn}/cancel`, no body.
aws::Request cancelJobRequest(const QString &jobArn);

/// Fails with Network when `json` is no object.
core::Result<CancelJobResponse> readCancelJob(const QByteArray &json);

/// Asks Braket to stop a job that is queued or running. Success means "accepted", not "stopped": poll getJob().
///
/// Safe to repeat. Fails with Service (a finished job is a conflict; denied, not found), Network, Tls, Credentials
/// or Cancelled.
[[nodiscard]] core::Task<CancelJobResponse> cancelJob(std::shared_ptr<aws::Client> client, QString jobArn,
                                                      core::CancelToken cancel = {});

} // namespace braketeer::services::braket
