#include "services/braket/searchdevices.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request searchDevicesRequest(QByteArray document)
{
    return jsonRequest("POST", "/devices"_ba, std::move(document));
}

core::Result<SearchDevicesResponse> readSearchDevices(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    SearchDevicesResponse response;
    const QList<QJsonObject> items = objects(*answer, "devices"_L1);
    for (const QJsonObject &item : items)
        response.devices.append({text(item, "deviceArn"_L1), text(item, "deviceName"_L1), text(item, "providerName"_L1),
                                 text(item, "deviceType"_L1), text(item, "deviceStatus"_L1)});
    response.nextToken = text(*answer, "nextToken"_L1);
    response.json = json;
    return response;
}

core::Task<SearchDevicesResponse> searchDevices(std::shared_ptr<aws::Client> client, QByteArray document,
                                                core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(searchDevicesRequest(document), cancel);
    co_return readAnswer(response, readSearchDevices);
}

} // namespace braketeer::services::braket
