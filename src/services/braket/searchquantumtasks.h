#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "services/braket/search.h"

#include <QDateTime>

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

/// A quantum task as a list shows it. Absent members are empty, absent times invalid. Times are UTC.
struct QuantumTaskSummary
{
    QString quantumTaskArn;
    QString status;
    QString deviceArn;
    qint64 shots = 0;
    QDateTime createdAt;
    QDateTime endedAt;
};

struct SearchQuantumTasksResponse
{
    QList<QuantumTaskSummary> quantumTasks;
    QString nextToken; ///< empty on the last page
    QByteArray json;   ///< the answer as it came
};

/// `POST /quantum-tasks`. `document` is the request: SearchPage::toDocument(), or a document from elsewhere as it is.
aws::Request searchQuantumTasksRequest(QByteArray document);

/// Fails with Network when `json` is no object. Entries that are no objects are left out.
core::Result<SearchQuantumTasksResponse> readSearchQuantumTasks(const QByteArray &json);

/// One page. The tasks of a job: filter `jobArn` EQUAL, in the job's region. Safe to repeat.
/// Fails with Service, Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<SearchQuantumTasksResponse> searchQuantumTasks(std::shared_ptr<aws::Client> client,
                                                                        QByteArray document,
                                                                        core::CancelToken cancel = {});

} // namespace braketeer::services::braket
