#include "services/braket/createquantumtask.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request createQuantumTaskRequest(QByteArray document)
{
    return jsonRequest("POST", "/quantum-task"_ba, std::move(document));
}

core::Result<CreateQuantumTaskResponse> readCreateQuantumTask(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    CreateQuantumTaskResponse response{text(*answer, "quantumTaskArn"_L1), json};
    if (response.quantumTaskArn.isEmpty())
        return incompleteAnswer("quantumTaskArn"_L1);
    return response;
}

core::Task<CreateQuantumTaskResponse> createQuantumTask(std::shared_ptr<aws::Client> client, QByteArray document,
                                                        core::CancelToken cancel)
{
    if (const core::Result<> token = requireClientToken(document); !token)
        co_return core::fail(token.error());
    const core::Result<aws::Response> response = co_await client->send(createQuantumTaskRequest(document), cancel);
    co_return readAnswer(response, readCreateQuantumTask);
}

} // namespace braketeer::services::braket
