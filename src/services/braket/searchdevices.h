#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "services/braket/search.h"

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

struct DeviceSummary
{
    QString deviceArn;
    QString deviceName;
    QString providerName;
    QString deviceType;   ///< QPU or SIMULATOR
    QString deviceStatus; ///< ONLINE, OFFLINE or RETIRED: retired devices are still found
};

struct SearchDevicesResponse
{
    QList<DeviceSummary> devices;
    QString nextToken; ///< empty on the last page
    QByteArray json;   ///< the answer as it came
};

/// `POST /devices`. `document` is the request: SearchPage::toDocument(), or a document from elsewhere as it is.
aws::Request searchDevicesRequest(QByteArray document);

/// Fails with Network when `json` is no object. Entries that are no objects are left out.
core::Result<SearchDevicesResponse> readSearchDevices(const QByteArray &json);

/// One page of the devices that this region offers. Safe to repeat.
/// Fails with Service, Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<SearchDevicesResponse> searchDevices(std::shared_ptr<aws::Client> client, QByteArray document,
                                                              core::CancelToken cancel = {});

} // namespace braketeer::services::braket
