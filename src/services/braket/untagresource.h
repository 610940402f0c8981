#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

/// `DELETE /tags/{resourceArn}?tagKeys=…&tagKeys=…`. Keys that are not there do no harm.
aws::Request untagResourceRequest(const QString &resourceArn, const QStringList &keys);

/// Safe to repeat. Fails with Service (not found, denied), Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<> untagResource(std::shared_ptr<aws::Client> client, QString resourceArn, QStringList keys,
                                         core::CancelToken cancel = {});

} // namespace braketeer::services::braket
