#include "services/braket/createspendinglimit.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request createSpendingLimitRequest(const CreateSpendingLimitInput &input)
{
    QJsonObject document{{"clientToken"_L1, input.clientToken},
                         {"deviceArn"_L1, input.deviceArn},
                         {"spendingLimit"_L1, input.spendingLimit}};
    if (input.timePeriod)
        document.insert("timePeriod"_L1, input.timePeriod->toJson());
    QJsonObject tags;
    for (auto tag = input.tags.cbegin(); tag != input.tags.cend(); ++tag)
        tags.insert(tag.key(), tag.value());
    if (!tags.isEmpty())
        document.insert("tags"_L1, tags);
    return jsonRequest("POST", "/spending-limit"_ba, QJsonDocument(document).toJson(QJsonDocument::Compact));
}

core::Result<CreateSpendingLimitResponse> readCreateSpendingLimit(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    CreateSpendingLimitResponse response{text(*answer, "spendingLimitArn"_L1), json};
    if (response.spendingLimitArn.isEmpty())
        return incompleteAnswer("spendingLimitArn"_L1);
    return response;
}

core::Task<CreateSpendingLimitResponse> createSpendingLimit(std::shared_ptr<aws::Client> client,
                                                            CreateSpendingLimitInput input, core::CancelToken cancel)
{
    const aws::Request request = createSpendingLimitRequest(input);
    if (const core::Result<> token = requireClientToken(request.body); !token)
        co_return core::fail(token.error());
    const core::Result<aws::Response> response = co_await client->send(request, cancel);
    co_return readAnswer(response, readCreateSpendingLimit);
}

} // namespace braketeer::services::braket
