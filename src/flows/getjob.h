#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"

namespace braketeer::flows {

/// GetJob's answer as it came. Opens no history. `queueInfo`: with the job's place in the queue.
/// Fails as services::braket::getJob().
[[nodiscard]] core::Task<QByteArray> getJob(std::shared_ptr<Session> session, QString jobArn, bool queueInfo = false,
                                            core::CancelToken cancel = {});

} // namespace braketeer::flows
