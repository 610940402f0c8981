#include "services/braket/updatespendinglimit.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request updateSpendingLimitRequest(const UpdateSpendingLimitInput &input)
{
    QJsonObject document{{"clientToken"_L1, input.clientToken}};
    if (!input.spendingLimit.isEmpty())
        document.insert("spendingLimit"_L1, input.spendingLimit);
    if (input.timePeriod)
        document.insert("timePeriod"_L1, input.timePeriod->toJson());
    return jsonRequest("PATCH", labelledPath("/spending-limit/", input.spendingLimitArn, "/update"),
                       QJsonDocument(document).toJson(QJsonDocument::Compact));
}

core::Task<> updateSpendingLimit(std::shared_ptr<aws::Client> client, UpdateSpendingLimitInput input,
                                 core::CancelToken cancel)
{
    const aws::Request request = updateSpendingLimitRequest(input);
    if (const core::Result<> token = requireClientToken(request.body); !token)
        co_return core::fail(token.error());
    const core::Result<aws::Response> response = co_await client->send(request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return {};
}

} // namespace braketeer::services::braket
