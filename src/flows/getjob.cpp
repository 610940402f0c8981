#include "flows/getjob.h"

#include "services/braket/getjob.h"

namespace braketeer::flows {

core::Task<QByteArray> getJob(std::shared_ptr<Session> session, QString jobArn, bool queueInfo,
                              core::CancelToken cancel)
{
    const auto answer = co_await services::braket::getJob(session->client(), jobArn, queueInfo, cancel);
    if (!answer)
        co_return core::fail(answer.error());
    co_return answer->json;
}

} // namespace braketeer::flows
