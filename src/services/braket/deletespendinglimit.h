#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QString>

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

/// `DELETE /spending-limit/{spendingLimitArn}/delete`.
aws::Request deleteSpendingLimitRequest(const QString &spendingLimitArn);

/// Safe to repeat. Fails with Service, Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<> deleteSpendingLimit(std::shared_ptr<aws::Client> client, QString spendingLimitArn,
                                               core::CancelToken cancel = {});

} // namespace braketeer::services::braket
