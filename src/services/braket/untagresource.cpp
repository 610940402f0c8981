#include "services/braket/untagresource.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request untagResourceRequest(const QString &resourceArn, const QStringList &keys)
{
    aws::Request request = bareRequest("DELETE", labelledPath("/tags/", resourceArn));
    for (const QString &key : keys)
        request.query.append({"tagKeys"_ba, key.toUtf8()});
    return request;
}

core::Task<> untagResource(std::shared_ptr<aws::Client> client, QString resourceArn, QStringList keys,
                           core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(untagResourceRequest(resourceArn, keys), cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return {};
}

} // namespace braketeer::services::braket
