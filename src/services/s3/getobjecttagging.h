#pragma once

#include "core/s3uri.h"
#include "services/s3/access.h"

#include <QList>
#include <QPair>

namespace braketeer::services::s3 {

/// Names and values, in the service's order.
using ObjectTags = QList<QPair<QString, QString>>;

/// `GET ?tagging` of the object.
aws::Request getObjectTaggingRequest(const core::S3Uri &place);
core::Result<ObjectTags> readGetObjectTagging(const aws::Response &response);

/// Safe to repeat.
[[nodiscard]] core::Task<ObjectTags> getObjectTagging(Access access, core::S3Uri place, core::CancelToken cancel = {});

/// As the header x-amz-tagging has them: "a=1&b=x%20y".
QByteArray taggingHeader(const ObjectTags &tags);

} // namespace braketeer::services::s3
