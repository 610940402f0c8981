#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>

namespace braketeer::aws {
class Client;
struct Request;
} // namespace braketeer::aws

/// Tags of jobs, quantum tasks and spending limits. All three calls are safe to repeat and fail with Service (not
/// found, denied), Network, Tls, Credentials or Cancelled.
namespace braketeer::services::braket {

/// `GET /tags/{resourceArn}`.
aws::Request listTagsForResourceRequest(const QString &resourceArn);
/// Fails with Network when `json` is no object. Values that are no text are left out.
core::Result<QMap<QString, QString>> readTags(const QByteArray &json);
[[nodiscard]] core::Task<QMap<QString, QString>> listTagsForResource(std::shared_ptr<aws::Client> client,
                                                                     QString resourceArn,
                                                                     core::CancelToken cancel = {});

/// `POST /tags/{resourceArn}`. Adds; an existing key gets the new value.
aws::Request tagResourceRequest(const QString &resourceArn, const QMap<QString, QString> &tags);
[[nodiscard]] core::Task<> tagResource(std::shared_ptr<aws::Client> client, QString resourceArn,
                                       QMap<QString, QString> tags, core::CancelToken cancel = {});

/// `DELETE /tags/{resourceArn}?tagKeys=…&tagKeys=…`. Keys that are not there do no harm.
aws::Request untagResourceRequest(const QString &resourceArn, const QStringList &keys);
[[nodiscard]] core::Task<> untagResource(std::shared_ptr<aws::Client> client, QString resourceArn, QStringList keys,
                                         core::CancelToken cancel = {});

} // namespace braketeer::services::braket
