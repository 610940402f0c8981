#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"

namespace braketeer::flows {

/// SearchDevices with `request` as the document (`{"filters": [], …}`, JSON). `allPages` as for searchJobs(), the list
/// is `devices`. Fails as services::braket::searchDevices().
[[nodiscard]] core::Task<QByteArray> searchDevices(std::shared_ptr<Session> session, QByteArray request,
                                                   bool allPages = true, core::CancelToken cancel = {});

} // namespace braketeer::flows
