#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QMap>
#include <QString>

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

/// `POST /tags/{resourceArn}`. Adds tags; a key that is there already gets the new value.
aws::Request tagResourceRequest(const QString &resourceArn, const QMap<QString, QString> &tags);

/// Safe to repeat. Fails with Service (not found, denied), Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<> tagResource(std::shared_ptr<aws::Client> client, QString resourceArn,
                                       QMap<QString, QString> tags, core::CancelToken cancel = {});

} // namespace braketeer::services::braket
