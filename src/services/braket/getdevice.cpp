#include "services/braket/getdevice.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {

aws::Request getDeviceRequest(const QString &deviceArn)
{
    return bareRequest("GET", labelledPath("/device/", deviceArn));
}

core::Result<GetDeviceResponse> readGetDevice(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    GetDeviceResponse response;
    response.device = {text(*answer, "deviceArn"_L1), text(*answer, "deviceName"_L1), text(*answer, "providerName"_L1),
                       text(*answer, "deviceType"_L1), text(*answer, "deviceStatus"_L1)};
    if (response.device.deviceArn.isEmpty())
        return incompleteAnswer("deviceArn"_L1);
    response.capabilities = text(*answer, "deviceCapabilities"_L1).toUtf8();
    const QList<QJsonObject> queues = objects(*answer, "deviceQueueInfo"_L1);
    for (const QJsonObject &queue : queues)
        response.queues.append({text(queue, "queue"_L1), text(queue, "queuePriority"_L1), text(queue, "queueSize"_L1)});
    response.json = json;
    return response;
}

core::Task<GetDeviceResponse> getDevice(std::shared_ptr<aws::Client> client, QString deviceArn,
                                        core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(getDeviceRequest(deviceArn), cancel);
    co_return readAnswer(response, readGetDevice);
}

} // namespace braketeer::services::braket
