#include "services/braket/listtagsforresource.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request listTagsForResourceRequest(const QString &resourceArn)
{
    return bareRequest("GET", labelledPath("/tags/", resourceArn));
}

core::Result<ListTagsForResourceResponse> readListTagsForResource(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    return ListTagsForResourceResponse{textMap(*answer, "tags"_L1), json};
}

core::Task<ListTagsForResourceResponse> listTagsForResource(std::shared_ptr<aws::Client> client, QString resourceArn,
                                                            core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(listTagsForResourceRequest(resourceArn), cancel);
    co_return readAnswer(response, readListTagsForResource);
}

} // namespace braketeer::services::braket
