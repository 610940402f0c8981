#include "services/s3/access.h"

#include "aws/http/client.h"
#include "services/s3/region.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {
namespace {

// A bucket moves nowhere, but an old name server may send a request twice.
constexpr int mostHops = 2;

} // namespace

void BucketRegions::learn(const QString &bucket, const QString &region)
{
    if (!bucket.isEmpty() && isRegionName(region))
        m_regions.insert(bucket, region);
}

aws::Request prepared(const Access &access, aws::Request request)
{
    request.signedRequest = !access.anonymous;
    if (request.region.isEmpty())
        request.region = access.regions->of(request.bucket);
    if (access.requesterPays && !request.bucket.isEmpty())
        request.headers.append({"x-amz-request-payer"_ba, "requester"_ba});
    return request;
}

core::Task<aws::Response> call(Access access, aws::Request request, core::CancelToken cancel)
{
    request = prepared(access, std::move(request));
    for (int hops = 0;; ++hops) {
        auto outcome = co_await access.client->ask(request, cancel);
        if (outcome) {
            // HeadBucket and others tell it on success too.
            access.regions->learn(request.bucket,
                                  QString::fromLatin1(aws::headerValue(outcome->headers, "x-amz-bucket-region")));
            co_return std::move(*outcome);
        }
        const QString used = request.region.isEmpty() ? access.client->config().region : request.region;
        const QString told = regionOf(outcome.error());
        access.regions->learn(request.bucket, told);
        if (told.isEmpty() || told == used || hops == mostHops || !isElsewhere(outcome.error().error))
            co_return core::fail(std::move(outcome.error().error));
        request.region = told;
    }
}

} // namespace braketeer::services::s3
