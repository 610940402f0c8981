#include "flows/transfer/downloadfile.h"

#include "flows/transfer/job.h"
#include "flows/transfer/single.h"

namespace braketeer::flows {

core::Task<TransferStatus> downloadFile(std::shared_ptr<TransferEngine> engine, core::S3Uri place, QString path,
                                        TransferOptions options, TransferProgress progress, core::CancelToken cancel)
{
    return runAlone(std::make_shared<TransferJob>(std::move(engine), Direction::Download, std::move(path),
                                                  std::move(place), std::move(options)),
                    std::move(progress), std::move(cancel));
}

core::Task<TransferStatus> downloadFile(std::shared_ptr<Session> session, core::S3Uri place, QString path,
                                        TransferOptions options, TransferProgress progress, core::CancelToken cancel)
{
    return downloadFile(makeTransferEngine(std::move(session)), std::move(place), std::move(path), std::move(options),
                        std::move(progress), std::move(cancel));
}

} // namespace braketeer::flows
