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

void BucketTerms::set(const QString &bucket, Terms terms)
{
    if (terms == Terms())
        m_terms.remove(bucket);
    else
        m_terms.insert(bucket, terms);
}

Terms Access::termsOf(const QString &bucket) const
{
    Terms found = bucket.isEmpty() ? Terms() : terms->of(bucket);
    found.anonymous = found.anonymous || anonymous;
    found.requesterPays = found.requesterPays || requesterPays;
    return found;
}

aws::Request prepared(const Access &access, aws::Request request)
{
    const Terms terms = access.termsOf(request.bucket);
    request.signedRequest = !terms.anonymous;
    if (request.region.isEmpty())
        request.region = access.regions->of(request.bucket);
    if (terms.requesterPays && !request.bucket.isEmpty())
        request.headers.append({"x-amz-request-payer"_ba, "requester"_ba});
    return request;
}

core::Task<aws::Response> call(Access access, aws::Request request, core::CancelToken cancel)
{
    request = prepared(access, std::move(request));
    for (int hops = 0;; ++hops) {
        const QString used = request.region.isEmpty() ? access.client->config().region : request.region;
        auto outcome = co_await access.client->ask(request, cancel);
        if (outcome) {
            // HeadBucket and others tell it on success too. Who accepts a signature for one region and names another
            // does not tell them apart: the bucket is where requests work.
            const auto told = aws::headerValue(outcome->headers, "x-amz-bucket-region");
            if (!told.isEmpty())
                access.regions->learn(request.bucket, request.signedRequest ? used : QString::fromLatin1(told));
            co_return std::move(*outcome);
        }
        const QString told = regionOf(outcome.error());
        access.regions->learn(request.bucket, told);
        if (told.isEmpty() || told == used || hops == mostHops || !isElsewhere(outcome.error().error))
            co_return core::fail(std::move(outcome.error().error));
        request.region = told;
    }
}

} // namespace braketeer::services::s3
