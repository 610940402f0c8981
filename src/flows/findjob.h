#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"
#include "store/history/submission.h"

#include <chrono>

namespace braketeer::flows {

/// Looks for the job of a submission whose answer was lost. Gives its ARN; empty when the service has no such job.
///
/// SearchJobs by name where the service honours that filter, else by time alone; then GetJob, and every member of the
/// request must be the same. Jobs that the history has already under another submission are passed over.
/// Fails as services::braket::searchJobs() and getJob(), or with Store.
[[nodiscard]] core::Task<QString> findJob(std::shared_ptr<Session> session, store::Submission submission,
                                          std::chrono::seconds clockSkew, core::CancelToken cancel);

} // namespace braketeer::flows
