#pragma once

#include "flows/transfer/job.h"

namespace braketeer::flows {

/// The work of one run, for TransferJob::run(): goes on where `job->row` says that the last one stopped, and ends with
/// success when the object, or the file, is whole.
[[nodiscard]] core::Task<> runUpload(std::shared_ptr<TransferJob> job);
[[nodiscard]] core::Task<> runDownload(std::shared_ptr<TransferJob> job);

/// Takes away what has arrived, as far as that is possible: the parts at the service, the temporary file.
[[nodiscard]] QCoro::Task<> discardUpload(std::shared_ptr<TransferJob> job, QString uploadId);
void discardDownload(const TransferJob &job);

} // namespace braketeer::flows
