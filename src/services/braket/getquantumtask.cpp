#include "services/braket/getquantumtask.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request getQuantumTaskRequest(const QString &quantumTaskArn, bool queueInfo)
{
    aws::Request request = bareRequest("GET", labelledPath("/quantum-task/", quantumTaskArn));
    if (queueInfo)
        request.query.append({"additionalAttributeNames"_ba, "QueueInfo"_ba});
    return request;
}

core::Result<GetQuantumTaskResponse> readGetQuantumTask(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    GetQuantumTaskResponse task;
    task.quantumTaskArn = text(*answer, "quantumTaskArn"_L1);
    if (task.quantumTaskArn.isEmpty())
        return incompleteAnswer("quantumTaskArn"_L1);
    task.status = text(*answer, "status"_L1);
    task.failureReason = text(*answer, "failureReason"_L1);
    task.deviceArn = text(*answer, "deviceArn"_L1);
    task.jobArn = text(*answer, "jobArn"_L1);
    task.createdAt = time(*answer, "createdAt"_L1);
    task.endedAt = time(*answer, "endedAt"_L1);
    task.json = json;
    return task;
}

core::Task<GetQuantumTaskResponse> getQuantumTask(std::shared_ptr<aws::Client> client, QString quantumTaskArn,
                                                  bool queueInfo, core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(getQuantumTaskRequest(quantumTaskArn, queueInfo),
                                                                       cancel);
    co_return readAnswer(response, readGetQuantumTask);
}

} // namespace braketeer::services::braket
