#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"
#include "job/rules/storagefacts.h"

namespace braketeer::flows {

/// Looks at every place in S3 that a document names, for job::checkStorage(): its bucket's region and tags, the script
/// by HEAD, inputs by listing what begins with them, at most 5,000 objects. Another region than the session's is in the
/// facts only where the server insists on it (see bucketRegion()). What fails is unknown or denied in the facts, never
/// an error: only Cancelled fails.
[[nodiscard]] core::Task<job::StorageFacts> lookAtStorage(std::shared_ptr<Session> session, job::JobSpec spec,
                                                          core::CancelToken cancel = {});

} // namespace braketeer::flows
