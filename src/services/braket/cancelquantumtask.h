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

struct CancelQuantumTaskResponse
{
    QString quantumTaskArn;
    QString cancellationStatus; ///< CANCELLING or CANCELLED, as the service words it
    QByteArray json;
};

/// `PUT /quantum-task/{quantumTaskArn}/cancel`; unlike a job's, with a body that holds the client token.
aws::Request cancelQuantumTaskRequest(const QString &quantumTaskArn, const QString &clientToken);

core::Result<CancelQuantumTaskResponse> readCancelQuantumTask(const QByteArray &json);

/// Success means "accepted", not "stopped". Safe to repeat with the same client token.
/// Fails with Service (a finished task is a conflict), Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<CancelQuantumTaskResponse> cancelQuantumTask(std::shared_ptr<aws::Client> client,
                                                                      QString quantumTaskArn, QString clientToken,
                                                                      core::CancelToken cancel = {});

} // namespace braketeer::services::braket
