#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"

#include <QStringList>

#include <chrono>

namespace braketeer::flows {

struct WatchOptions
{
    WatchOptions() = default; ///< no aggregate: see core/task.h

    core::CancelToken cancel;
    /// Between two requests of one round: at most one GetJob a second, for all jobs together.
    std::chrono::milliseconds pace = std::chrono::seconds(1);
};

struct WatchReport
{
    int unfinished = 0;  ///< jobs that were not at their end before this round
    QStringList changed; ///< ARNs of those that something new was written for
};

/// One round: asks the service about the unfinished jobs that the history has for this session's place, and writes what
/// is new there. The window learns of it from History::changed().
///
/// Asks for lists first and for single jobs only where the list shows something new, so a round costs little however
/// many jobs run. Begin the next round when this one has ended.
/// Fails with Store, or as services::braket::searchJobs(); what was written before stays.
[[nodiscard]] core::Task<WatchReport> refreshJobs(std::shared_ptr<Session> session, WatchOptions options = {});

/// Asks about one job now and writes it down. Gives GetJob's answer as it came.
[[nodiscard]] core::Task<QByteArray> refreshJob(std::shared_ptr<Session> session, QString jobArn,
                                                core::CancelToken cancel = {});

} // namespace braketeer::flows
