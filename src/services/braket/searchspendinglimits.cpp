#include "services/braket/searchspendinglimits.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {
namespace {

SpendingLimitSummary readSummary(const QJsonObject &item)
{
    SpendingLimitSummary limit;
    limit.spendingLimitArn = text(item, "spendingLimitArn"_L1);
    limit.deviceArn = text(item, "deviceArn"_L1);
    limit.spendingLimit = text(item, "spendingLimit"_L1);
    limit.queuedSpend = text(item, "queuedSpend"_L1);
    limit.totalSpend = text(item, "totalSpend"_L1);
    if (item.value("timePeriod"_L1).isObject()) {
        const QJsonObject period = item.value("timePeriod"_L1).toObject();
        limit.timePeriod = TimePeriod{time(period, "startAt"_L1), time(period, "endAt"_L1)};
    }
    limit.createdAt = time(item, "createdAt"_L1);
    limit.updatedAt = time(item, "updatedAt"_L1);
    return limit;
}

} // namespace

aws::Request searchSpendingLimitsRequest(QByteArray document)
{
    return jsonRequest("POST", "/spending-limits"_ba, std::move(document));
}

core::Result<SearchSpendingLimitsResponse> readSearchSpendingLimits(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    SearchSpendingLimitsResponse response;
    const QList<QJsonObject> items = objects(*answer, "spendingLimits"_L1);
    for (const QJsonObject &item : items)
        response.spendingLimits.append(readSummary(item));
    response.nextToken = text(*answer, "nextToken"_L1);
    response.json = json;
    return response;
}

core::Task<SearchSpendingLimitsResponse> searchSpendingLimits(std::shared_ptr<aws::Client> client, QByteArray document,
                                                              core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(searchSpendingLimitsRequest(document), cancel);
    co_return readAnswer(response, readSearchSpendingLimits);
}

} // namespace braketeer::services::braket
