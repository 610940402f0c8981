#pragma once

#include "services/s3/access.h"

namespace braketeer::services::s3 {

/// `PUT` of the bucket, in `region`: us-east-1 is said by saying nothing.
aws::Request createBucketRequest(const QString &bucket, const QString &region);

/// Makes a bucket. Safe to repeat: one that is one's own already is refused with BucketAlreadyOwnedByYou, or accepted
/// in us-east-1.
[[nodiscard]] core::Task<> createBucket(Access access, QString bucket, QString region, core::CancelToken cancel = {});

} // namespace braketeer::services::s3
