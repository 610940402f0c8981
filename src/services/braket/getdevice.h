#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "services/braket/searchdevices.h"

#include <memory>

namespace braketeer::services::braket {

/// How many wait for a device. `size` is text: "12", ">4000", "0 (1 prioritized job(s) running)".
struct DeviceQueue
{
    QString queue;    ///< QUANTUM_TASKS_QUEUE or JOBS_QUEUE
    QString priority; ///< Normal or Priority; empty for jobs
    QString size;
};

struct GetDeviceResponse
{
    DeviceSummary device;
    QByteArray capabilities; ///< a JSON document of its own, UTF-8; empty where absent
    QList<DeviceQueue> queues;
    QByteArray json; ///< the answer as it came
};

/// `GET /device/{deviceArn}`. Device ARNs are case sensitive.
aws::Request getDeviceRequest(const QString &deviceArn);

/// Fails with Network when `json` is no object, or names no device ARN.
core::Result<GetDeviceResponse> readGetDevice(const QByteArray &json);

/// Safe to repeat. Fails with Service, Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<GetDeviceResponse> getDevice(std::shared_ptr<aws::Client> client, QString deviceArn,
                                                      core::CancelToken cancel = {});

} // namespace braketeer::services::braket
