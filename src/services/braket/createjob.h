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

struct CreateJobResponse
{
    QString jobArn;
    QString requestId;
    QByteArray json; ///< the answer as it came
};

/// `POST /job` with `document` as it is: a CreateJob JSON document. The document *is* the request.
///
/// Repeatable, because the service remembers the document's client token; the caller sees to it that there is one.
aws::Request createJobRequest(QByteArray document);

/// Fails with Network and `outcomeUnknown` when `json` is no object, or names no job ARN.
core::Result<CreateJobResponse> readCreateJob(const QByteArray &json);

/// The client token in a CreateJob document; empty when it has none, or is no JSON object.
QString clientTokenOf(const QByteArray &document);

/// Starts a job. Costs money when it succeeds.
///
/// Usage, nothing sent: the document is no JSON object, or has no client token: without one a
/// repeated request would start a second job.
/// Network with `outcomeUnknown`: no answer, or one that cannot be read, so the job may have started. Ask for the job
/// by name, or send again with the same token.
/// Service, Credentials, Tls, Cancelled: as aws::Client::send().
[[nodiscard]] core::Task<CreateJobResponse> createJob(std::shared_ptr<aws::Client> client, QByteArray document,
                                                      core::CancelToken cancel = {});

} // namespace braketeer::services::braket
