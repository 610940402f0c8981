#include "services/s3/listbuckets.h"

#include "services/s3/wire.h"
#include "services/s3/xmlanswer.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {

aws::Request listBucketsRequest(int maxBuckets, const QString &continuationToken)
{
    aws::Request request = bucketRequest("GET", {});
    request.path = "/"_ba;
    if (maxBuckets > 0)
        request.query.append({"max-buckets"_ba, QByteArray::number(maxBuckets)});
    addQuery(request, "continuation-token", continuationToken);
    return request;
}

core::Result<ListBucketsAnswer> readListBuckets(const aws::Response &response)
{
    const auto root = readXmlAnswer(response, u"ListAllMyBucketsResult");
    if (!root)
        return core::fail(root.error());
    ListBucketsAnswer answer;
    for (const XmlNode &list : root->children) {
        if (list.name != "Buckets"_L1)
            continue;
        for (const XmlNode &bucket : list.children) {
            if (bucket.name == "Bucket"_L1 && !bucket.text(u"Name").isEmpty())
                answer.buckets.append(
                    {bucket.text(u"Name"), timeOf(bucket.text(u"CreationDate")), bucket.text(u"BucketRegion")});
        }
    }
    answer.continuationToken = root->text(u"ContinuationToken");
    return answer;
}

core::Task<ListBucketsAnswer> listBuckets(Access access, int maxBuckets, QString continuationToken,
                                          core::CancelToken cancel)
{
    const aws::Request request = listBucketsRequest(maxBuckets, continuationToken);
    const auto response = co_await call(access, request, cancel);
    if (!response)
        co_return core::fail(response.error());
    auto answer = readListBuckets(*response);
    if (answer) {
        for (const Bucket &bucket : answer->buckets)
            access.regions->learn(bucket.name, bucket.region);
    }
    co_return answer;
}

} // namespace braketeer::services::s3
