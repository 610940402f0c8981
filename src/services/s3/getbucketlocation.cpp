#include "services/s3/getbucketlocation.h"

#include "services/s3/region.h"
#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request getBucketLocationRequest(const QString &bucket)
{
    aws::Request request = bucketRequest("GET", bucket);
    request.query.append({"location"_ba, {}});
    return request;
}

core::Result<QString> readBucketLocation(const aws::Response &response)
{
    const auto root = readXmlAnswer(response, u"LocationConstraint");
    if (!root)
        return core::fail(root.error());
    // As AWS answers: the element itself. Others put one of the same name into it.
    const QString inside = root->text(u"LocationConstraint");
    return regionOfConstraint((inside.isEmpty() ? root->content : inside).trimmed());
}

core::Task<QString> getBucketLocation(Access access, QString bucket, core::CancelToken cancel)
{
    const aws::Request request = getBucketLocationRequest(bucket);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    auto region = readBucketLocation(*response);
    if (region)
        access.regions->learn(bucket, *region);
    co_return region;
}

} // namespace braketeer::services::s3
