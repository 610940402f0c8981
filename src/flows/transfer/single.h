#pragma once

#include "flows/transfer/job.h"
#include "flows/transfer/uploadfile.h"

namespace braketeer::flows {

/// One job without a queue, to its end.
[[nodiscard]] core::Task<TransferStatus> runAlone(std::shared_ptr<TransferJob> job, TransferProgress progress,
                                                  core::CancelToken cancel);

} // namespace braketeer::flows
