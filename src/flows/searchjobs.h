#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"

namespace braketeer::flows {

/// SearchJobs with `request` as the document (`{"filters": [], …}`, JSON).
///
/// `allPages`: asks on until the last page, as the AWS CLI does, and gives one document with all `jobs` and without
/// `nextToken`; else the service's answer as it came. Fails as services::braket::searchJobs().
[[nodiscard]] core::Task<QByteArray> searchJobs(std::shared_ptr<Session> session, QByteArray request,
                                                bool allPages = true, core::CancelToken cancel = {});

} // namespace braketeer::flows
