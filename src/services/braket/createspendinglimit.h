#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "services/braket/spendinglimit.h"

#include <QMap>

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

/// A limit on what one QPU may cost on demand; one per device, in the device's region.
struct CreateSpendingLimitInput
{
    QString clientToken; ///< 1 to 64 characters
    QString deviceArn;
    QString spendingLimit; ///< USD as text, at most two decimals; "0" blocks every task
    std::optional<TimePeriod> timePeriod;
    QMap<QString, QString> tags;
};

struct CreateSpendingLimitResponse
{
    QString spendingLimitArn;
    QByteArray json; ///< the answer as it came
};

/// `POST /spending-limit`.
aws::Request createSpendingLimitRequest(const CreateSpendingLimitInput &input);

/// Fails with Network and `outcomeUnknown` when `json` is no object, or names no ARN.
core::Result<CreateSpendingLimitResponse> readCreateSpendingLimit(const QByteArray &json);

/// Fails with Usage, nothing sent, without a client token; Service, Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<CreateSpendingLimitResponse> createSpendingLimit(std::shared_ptr<aws::Client> client,
                                                                          CreateSpendingLimitInput input,
                                                                          core::CancelToken cancel = {});

} // namespace braketeer::services::braket
