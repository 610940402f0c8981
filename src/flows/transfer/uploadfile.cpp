#include "flows/transfer/uploadfile.h"

#include "flows/transfer/job.h"
#include "flows/transfer/single.h"

namespace braketeer::flows {

core::Task<TransferStatus> runAlone(std::shared_ptr<TransferJob> job, TransferProgress progress,
                                    core::CancelToken cancel)
{
    TransferJob *const raw = job.get(); // the job holds the function
    job->onChange = [raw, progress = std::move(progress)] {
        if (progress)
            progress(raw->status());
    };
    job->reserve();
    const auto guard = cancel.onCancel([job] { job->cancel(); });
    const auto done = co_await TransferJob::run(job);
    if (!done)
        co_return core::fail(done.error());
    co_return core::Result<TransferStatus>(job->status());
}

core::Task<TransferStatus> uploadFile(std::shared_ptr<TransferEngine> engine, QString path, core::S3Uri place,
                                      TransferOptions options, TransferProgress progress, core::CancelToken cancel)
{
    return runAlone(std::make_shared<TransferJob>(std::move(engine), Direction::Upload, std::move(path),
                                                  std::move(place), std::move(options)),
                    std::move(progress), std::move(cancel));
}

core::Task<TransferStatus> uploadFile(std::shared_ptr<Session> session, QString path, core::S3Uri place,
                                      TransferOptions options, TransferProgress progress, core::CancelToken cancel)
{
    return uploadFile(makeTransferEngine(std::move(session)), std::move(path), std::move(place), std::move(options),
                      std::move(progress), std::move(cancel));
}

} // namespace braketeer::flows
