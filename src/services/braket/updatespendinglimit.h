#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "services/braket/spendinglimit.h"

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

/// Members that are not set stay as they are.
struct UpdateSpendingLimitInput
{
    QString spendingLimitArn;
    QString clientToken;   ///< 1 to 64 characters
    QString spendingLimit; ///< USD as text; empty: unchanged
    std::optional<TimePeriod> timePeriod;
};

/// `PATCH /spending-limit/{spendingLimitArn}/update`.
aws::Request updateSpendingLimitRequest(const UpdateSpendingLimitInput &input);

/// Fails with Usage, nothing sent, without a client token; Service (refused when more than the new limit is spent or
/// queued already), Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<> updateSpendingLimit(std::shared_ptr<aws::Client> client, UpdateSpendingLimitInput input,
                                               core::CancelToken cancel = {});

} // namespace braketeer::services::braket
