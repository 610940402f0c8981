#include "services/s3/getbuckettagging.h"

#include "services/s3/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request getBucketTaggingRequest(const QString &bucket)
{
    aws::Request request = bucketRequest("GET", bucket);
    request.query.append({"tagging"_ba, {}});
    return request;
}

core::Task<ObjectTags> getBucketTagging(Access access, QString bucket, core::CancelToken cancel)
{
    const aws::Request request = getBucketTaggingRequest(bucket);
    const auto response = co_await call(access, request, cancel);
    if (response)
        co_return readGetObjectTagging(*response);
    if (response.error().serviceCode == "NoSuchTagSet"_L1)
        co_return ObjectTags();
    co_return core::fail(response.error());
}

} // namespace braketeer::services::s3
