#include "services/braket/canceljob.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request cancelJobRequest(const QString &jobArn)
{
    return bareRequest("PUT", labelledPath("/job/", jobArn, "/cancel"));
}

core::Result<CancelJobResponse> readCancelJob(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    return CancelJobResponse{text(*answer, "jobArn"_L1), text(*answer, "cancellationStatus"_L1), json};
}

core::Task<CancelJobResponse> cancelJob(std::shared_ptr<aws::Client> client, QString jobArn, core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(cancelJobRequest(jobArn), cancel);
    co_return readAnswer(response, readCancelJob);
}

} // namespace braketeer::services::braket
