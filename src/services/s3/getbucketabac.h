#pragma once

#include "services/s3/access.h"

namespace braketeer::services::s3 {

/// `GET ?abac`.
aws::Request getBucketAbacRequest(const QString &bucket);
/// Whether tags of the bucket count in policies: `<AbacStatus><Status>Enabled`. Fails with Network where the answer is
/// another: servers that do not know the question list objects.
core::Result<bool> readGetBucketAbac(const aws::Response &response);

/// Needs s3:GetBucketAbac. Safe to repeat. Source: Amazon S3 API Reference, GetBucketAbac.
[[nodiscard]] core::Task<bool> getBucketAbac(Access access, QString bucket, core::CancelToken cancel = {});

} // namespace braketeer::services::s3
