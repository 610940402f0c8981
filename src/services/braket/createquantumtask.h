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

struct CreateQuantumTaskResponse
{
    QString quantumTaskArn;
    QByteArray json; ///< the answer as it came
};

/// `POST /quantum-task`. `document` is the request: a CreateQuantumTask JSON document with a client token.
aws::Request createQuantumTaskRequest(QByteArray document);

/// Fails with Network and `outcomeUnknown` when `json` is no object, or names no task ARN.
core::Result<CreateQuantumTaskResponse> readCreateQuantumTask(const QByteArray &json);

/// Starts one quantum task. Costs money when it succeeds.
/// Fails with Usage, nothing sent, when the document has no client token; else like createJob().
[[nodiscard]] core::Task<CreateQuantumTaskResponse> createQuantumTask(std::shared_ptr<aws::Client> client,
                                                                      QByteArray document,
                                                                      core::CancelToken cancel = {});

} // namespace braketeer::services::braket
