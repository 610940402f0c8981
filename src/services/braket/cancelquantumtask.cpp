#include "services/braket/cancelquantumtask.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request cancelQuantumTaskRequest(const QString &quantumTaskArn, const QString &clientToken)
{
    const QJsonDocument document(QJsonObject{{"clientToken"_L1, clientToken}});
    return jsonRequest("PUT", labelledPath("/quantum-task/", quantumTaskArn, "/cancel"),
                       document.toJson(QJsonDocument::Compact));
}

core::Result<CancelQuantumTaskResponse> readCancelQuantumTask(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    return CancelQuantumTaskResponse{text(*answer, "quantumTaskArn"_L1), text(*answer, "cancellationStatus"_L1), json};
}

core::Task<CancelQuantumTaskResponse> cancelQuantumTask(std::shared_ptr<aws::Client> client, QString quantumTaskArn,
                                                        QString clientToken, core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(
        cancelQuantumTaskRequest(quantumTaskArn, clientToken), cancel);
    co_return readAnswer(response, readCancelQuantumTask);
}

} // namespace braketeer::services::braket
