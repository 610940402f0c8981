#include "services/s3/getbucketabac.h"

#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request getBucketAbacRequest(const QString &bucket)
{
    aws::Request request = bucketRequest("GET", bucket);
    request.query.append({"abac"_ba, {}});
    return request;
}

core::Result<bool> readGetBucketAbac(const aws::Response &response)
{
    const auto root = readXmlAnswer(response, u"AbacStatus");
    if (!root)
        return core::fail(root.error());
    return root->text(u"Status") == "Enabled"_L1;
}

core::Task<bool> getBucketAbac(Access access, QString bucket, core::CancelToken cancel)
{
    const aws::Request request = getBucketAbacRequest(bucket);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    co_return readGetBucketAbac(*response);
}

} // namespace braketeer::services::s3
