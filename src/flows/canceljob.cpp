#include "flows/canceljob.h"

#include "services/braket/canceljob.h"
#include "store/history/history.h"

namespace braketeer::flows {

core::Task<CancelReceipt> cancelJob(std::shared_ptr<Session> session, QString jobArn, bool record,
                                    core::CancelToken cancel)
{
    const auto answer = co_await services::braket::cancelJob(session->client(), jobArn, cancel);
    if (!answer)
        co_return core::fail(answer.error());
    if (record) {
        store::JobUpdate update;
        update.status = answer->cancellationStatus;
        if (const auto history = co_await session->history())
            (void)co_await (*history)->updateJob(jobArn, update);
    }
    co_return CancelReceipt{answer->jobArn, answer->cancellationStatus, answer->json};
}

} // namespace braketeer::flows
