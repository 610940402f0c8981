#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

namespace braketeer::services::braket {

struct ListTagsForResourceResponse
{
    QMap<QString, QString> tags;
    QByteArray json; ///< the answer as it came
};

/// `GET /tags/{resourceArn}`. Jobs, quantum tasks and spending limits have tags.
aws::Request listTagsForResourceRequest(const QString &resourceArn);

/// Fails with Network when `json` is no object. Values that are no text are left out.
core::Result<ListTagsForResourceResponse> readListTagsForResource(const QByteArray &json);

/// Safe to repeat. Fails with Service (not found, denied), Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<ListTagsForResourceResponse> listTagsForResource(std::shared_ptr<aws::Client> client,
                                                                          QString resourceArn,
                                                                          core::CancelToken cancel = {});

} // namespace braketeer::services::braket
