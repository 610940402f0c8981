#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

/// What is shown of a quantum task; `json` has the rest. Absent members are empty, absent times invalid. Times are UTC.
struct GetQuantumTaskResponse
{
    QString quantumTaskArn;
    QString status; ///< CREATED, QUEUED, RUNNING, COMPLETED, FAILED, CANCELLING, CANCELLED, or a newer word
    QString failureReason;
    QString deviceArn;
    QString jobArn; ///< of the job that made it; empty for a task on its own
    QDateTime createdAt;
    QDateTime endedAt;
    QByteArray json; ///< the answer as it came
};

/// `GET /quantum-task/{quantumTaskArn}`, with `additionalAttributeNames=QueueInfo` when `queueInfo`.
aws::Request getQuantumTaskRequest(const QString &quantumTaskArn, bool queueInfo);

/// Fails with Network when `json` is no object, or names no task ARN.
core::Result<GetQuantumTaskResponse> readGetQuantumTask(const QByteArray &json);

/// Safe to repeat. Fails with Service, Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<GetQuantumTaskResponse> getQuantumTask(std::shared_ptr<aws::Client> client,
                                                                QString quantumTaskArn, bool queueInfo,
                                                                core::CancelToken cancel = {});

} // namespace braketeer::services::braket
