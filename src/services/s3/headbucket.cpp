#include "services/s3/headbucket.h"

#include "services/s3/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request headBucketRequest(const QString &bucket)
{
    return bucketRequest("HEAD", bucket);
}

core::Task<HeadBucketAnswer> headBucket(Access access, QString bucket, core::CancelToken cancel)
{
    const aws::Request request = headBucketRequest(bucket);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return HeadBucketAnswer{access.regions->of(bucket)};
}

} // namespace braketeer::services::s3
