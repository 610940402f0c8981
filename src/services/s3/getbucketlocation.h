#pragma once

#include "services/s3/access.h"

namespace braketeer::services::s3 {

/// `GET ?location`.
aws::Request getBucketLocationRequest(const QString &bucket);
/// The region: an empty constraint is us-east-1, "EU" is eu-west-1.
core::Result<QString> readBucketLocation(const aws::Response &response);

/// The bucket's region, for servers that do not tell it with HeadBucket. Safe to repeat. Needs s3:GetBucketLocation.
[[nodiscard]] core::Task<QString> getBucketLocation(Access access, QString bucket, core::CancelToken cancel = {});

} // namespace braketeer::services::s3
