#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "services/braket/search.h"
#include "services/braket/spendinglimit.h"

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

struct SearchSpendingLimitsResponse
{
    QList<SpendingLimitSummary> spendingLimits;
    QString nextToken; ///< empty on the last page
    QByteArray json;   ///< the answer as it came
};

/// `POST /spending-limits`. `document` is the request: SearchPage::toDocument(), or a document from elsewhere as it is.
aws::Request searchSpendingLimitsRequest(QByteArray document);

/// Fails with Network when `json` is no object. Entries that are no objects are left out.
core::Result<SearchSpendingLimitsResponse> readSearchSpendingLimits(const QByteArray &json);

/// One page. Ask in the device's region: elsewhere the list is another one, without an error. Safe to repeat.
/// Fails with Service, Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<SearchSpendingLimitsResponse> searchSpendingLimits(std::shared_ptr<aws::Client> client,
                                                                            QByteArray document,
                                                                            core::CancelToken cancel = {});

} // namespace braketeer::services::braket
