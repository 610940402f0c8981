#include "services/braket/createjob.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request createJobRequest(QByteArray document)
{
    return jsonRequest("POST", "/job"_ba, std::move(document));
}

core::Result<CreateJobResponse> readCreateJob(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    CreateJobResponse response;
    response.jobArn = text(*answer, "jobArn"_L1);
    response.json = json;
    if (response.jobArn.isEmpty())
        return incompleteAnswer("jobArn"_L1);
    return response;
}

QString clientTokenOf(const QByteArray &document)
{
    return text(QJsonDocument::fromJson(document).object(), "clientToken"_L1);
}

core::Task<CreateJobResponse> createJob(std::shared_ptr<aws::Client> client, QByteArray document,
                                        core::CancelToken cancel)
{
    if (const core::Result<> token = requireClientToken(document); !token)
        co_return core::fail(token.error());
    const core::Result<aws::Response> response = co_await client->send(createJobRequest(document), cancel);
    core::Result<CreateJobResponse> created = readAnswer(response, readCreateJob);
    if (created)
        created->requestId = response->requestId;
    co_return created;
}

} // namespace braketeer::services::braket
