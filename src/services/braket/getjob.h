#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <memory>
#include <optional>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

/// One step in a job's life, as the service words it (`QUEUED_FOR_EXECUTION`, `RUNNING`, …). Unknown types pass.
struct JobEvent
{
    QString type;
    QDateTime time; ///< UTC
    QString message;

    bool operator==(const JobEvent &) const = default;
};

/// Where a waiting job stands. `position` is text: a number, ">15", or "None" (then `message` says why).
struct JobQueueInfo
{
    QString queue; ///< JOBS_QUEUE or QUANTUM_TASKS_QUEUE
    QString position;
    QString message;

    bool operator==(const JobQueueInfo &) const = default;
};

/// GetJob's answer. A member that was absent, or not of the kind the service model states, is empty; `json` has it all.
/// Times are UTC and invalid where absent.
struct GetJobResponse
{
    QString jobArn;
    QString jobName;
    QString status; ///< QUEUED, RUNNING, COMPLETED, FAILED, CANCELLING, CANCELLED, or a word that is newer than this
    QString roleArn;
    QString device;
    QString instanceType;
    QString outputS3Path;
    QString failureReason;
    QDateTime createdAt;
    QDateTime startedAt;
    QDateTime endedAt;
    std::optional<qint64> billableDuration; ///< the service states no unit
    QList<JobEvent> events;                 ///< in the service's order
    std::optional<JobQueueInfo> queueInfo;  ///< only when asked for
    QMap<QString, QString> tags;
    QByteArray json; ///< the answer as it came
};

/// `GET /job/{jobArn}`, with `additionalAttributeNames=QueueInfo` when `queueInfo`.
aws::Request getJobRequest(const QString &jobArn, bool queueInfo);

/// Fails with Network when `json` is no object, or names no job ARN.
core::Result<GetJobResponse> readGetJob(const QByteArray &json);

/// True for a status that never changes again: COMPLETED, FAILED, CANCELLED. An unknown status is not final.
bool isFinalJobStatus(QStringView status);

/// Safe to repeat. Fails with Service (denied, not found), Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<GetJobResponse> getJob(std::shared_ptr<aws::Client> client, QString jobArn, bool queueInfo,
                                                core::CancelToken cancel = {});

} // namespace braketeer::services::braket
