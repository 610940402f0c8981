#pragma once

#include "services/s3/access.h"

namespace braketeer::services::s3 {

struct HeadBucketAnswer
{
    QString region; ///< empty where a server does not say
};

/// `HEAD` of the bucket.
aws::Request headBucketRequest(const QString &bucket);

/// Whether the bucket is there and may be listed, and where it is. Safe to repeat. A refusal has no body: 404 is "no
/// such bucket", 403 "not allowed"; the region is learned from it all the same (see Access::regions).
[[nodiscard]] core::Task<HeadBucketAnswer> headBucket(Access access, QString bucket, core::CancelToken cancel = {});

} // namespace braketeer::services::s3
