#include "services/braket/searchquantumtasks.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request searchQuantumTasksRequest(QByteArray document)
{
    return jsonRequest("POST", "/quantum-tasks"_ba, std::move(document));
}

core::Result<SearchQuantumTasksResponse> readSearchQuantumTasks(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    SearchQuantumTasksResponse response;
    const QList<QJsonObject> items = objects(*answer, "quantumTasks"_L1);
    for (const QJsonObject &item : items)
        response.quantumTasks.append({text(item, "quantumTaskArn"_L1), text(item, "status"_L1),
                                      text(item, "deviceArn"_L1), integer(item, "shots"_L1).value_or(0),
                                      time(item, "createdAt"_L1), time(item, "endedAt"_L1)});
    response.nextToken = text(*answer, "nextToken"_L1);
    response.json = json;
    return response;
}

core::Task<SearchQuantumTasksResponse> searchQuantumTasks(std::shared_ptr<aws::Client> client, QByteArray document,
                                                          core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(searchQuantumTasksRequest(document), cancel);
    co_return readAnswer(response, readSearchQuantumTasks);
}

} // namespace braketeer::services::braket
