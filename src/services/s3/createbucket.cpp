#include "services/s3/createbucket.h"

#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request createBucketRequest(const QString &bucket, const QString &region)
{
    aws::Request request = bucketRequest("PUT", bucket);
    request.region = region;
    if (region != "us-east-1"_L1)
        request.body = "<CreateBucketConfiguration xmlns=\""_ba + xmlNamespace + "\"><LocationConstraint>"
                       + xmlText(region) + "</LocationConstraint></CreateBucketConfiguration>";
    return request;
}

core::Task<> createBucket(Access access, QString bucket, QString region, core::CancelToken cancel)
{
    const aws::Request request = createBucketRequest(bucket, region);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    access.regions->learn(bucket, region);
    co_return {};
}

} // namespace braketeer::services::s3
