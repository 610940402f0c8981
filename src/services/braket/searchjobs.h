#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "services/braket/search.h"

#include <QDateTime>
#include <QMap>

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

/// A job as a list shows it. Absent members are empty, absent times invalid. Times are UTC.
struct JobSummary
{
    QString jobArn;
    QString jobName;
    QString status;
    QString device;
    QDateTime createdAt;
    QDateTime startedAt;
    QDateTime endedAt;
    QMap<QString, QString> tags;
};

struct SearchJobsResponse
{
    QList<JobSummary> jobs;
    QString nextToken; ///< empty on the last page
    QByteArray json;   ///< the answer as it came
};

/// `POST /jobs`. `document` is the request: SearchPage::toDocument(), or a document from elsewhere as it is.
aws::Request searchJobsRequest(QByteArray document);

/// Fails with Network when `json` is no object. Entries that are no objects are left out.
core::Result<SearchJobsResponse> readSearchJobs(const QByteArray &json);

/// One page of the region's jobs, in the service's order. Safe to repeat.
/// Fails with Service, Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<SearchJobsResponse> searchJobs(std::shared_ptr<aws::Client> client, QByteArray document,
                                                        core::CancelToken cancel = {});

} // namespace braketeer::services::braket
