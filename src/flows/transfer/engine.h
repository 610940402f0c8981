#pragma once

#include "flows/session.h"

#include <chrono>
#include <memory>

namespace braketeer::flows {

/// How transfers share the line and the machine.
struct TransferLimits
{
    TransferLimits() = default;

    int parallelParts = 4; ///< requests with bodies at once, over all files; fewer while the service asks to slow down
    int parallelFiles = 2; ///< of a queue
    qint64 partSize = qint64(8) * 1024 * 1024; ///< the smallest; larger for files that need more than 10,000 parts
    int maxAttempts = 6;                       ///< tries of one part
};

/// What transfers of one session share: the connections, the number of parts at once, the record of unfinished ones.
/// Nothing is loaded or opened before the first transfer. One thread: the session's.
class TransferEngine;

std::shared_ptr<TransferEngine> makeTransferEngine(std::shared_ptr<Session> session, TransferLimits limits = {});

} // namespace braketeer::flows
