#include "services/braket/deletespendinglimit.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request deleteSpendingLimitRequest(const QString &spendingLimitArn)
{
    return bareRequest("DELETE", labelledPath("/spending-limit/", spendingLimitArn, "/delete"));
}

core::Task<> deleteSpendingLimit(std::shared_ptr<aws::Client> client, QString spendingLimitArn,
                                 core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(deleteSpendingLimitRequest(spendingLimitArn),
                                                                       cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return {};
}

} // namespace braketeer::services::braket
