#include "flows/storage/buckets.h"

#include "flows/storage/refusal.h"
#include "services/s3/createbucket.h"
#include "services/s3/getbucketlocation.h"
#include "services/s3/headbucket.h"
#include "services/s3/listbuckets.h"

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;

// The service's own page has 10,000; other servers know no pages and no regions.
constexpr int bucketsPerPage = 1000;

} // namespace

core::Task<QList<BucketEntry>> listBuckets(std::shared_ptr<Session> session, core::CancelToken cancel)
{
    QList<BucketEntry> entries;
    QString token;
    for (;;) {
        const auto page = co_await s3::listBuckets(session->s3(), bucketsPerPage, token, cancel);
        if (!page)
            co_return core::fail(page.error());
        for (const s3::Bucket &bucket : page->buckets)
            entries.append({bucket.name, bucket.region, bucket.createdAt});
        if (page->continuationToken.isEmpty() || page->continuationToken == token)
            co_return entries;
        token = page->continuationToken;
    }
}

QString knownBucketRegion(const Session &session, const QString &bucket)
{
    return session.s3().regions->of(bucket);
}

core::Task<QString> bucketRegion(std::shared_ptr<Session> session, QString bucket, core::CancelToken cancel)
{
    if (const auto checked = checkBucket(bucket); !checked)
        co_return core::fail(checked.error());
    const auto regions = session->s3().regions;
    if (const QString known = regions->of(bucket); !known.isEmpty())
        co_return core::Result<QString>(known);
    const auto head = co_await s3::headBucket(session->s3(), bucket, cancel);
    if (const QString learned = regions->of(bucket); !learned.isEmpty())
        co_return core::Result<QString>(learned);
    if (!head)
        co_return core::fail(aboutBucket(head.error(), bucket));
    if (!session->s3().termsOf(bucket).anonymous) {
        const QString accepted = session->place().region;
        regions->learn(bucket, accepted);
        co_return core::Result<QString>(accepted);
    }
    const auto location = co_await s3::getBucketLocation(session->s3(), bucket, cancel);
    if (!location)
        co_return core::fail(aboutBucket(location.error(), bucket));
    co_return *location;
}

core::Task<> createBucket(std::shared_ptr<Session> session, QString bucket, QString region, core::CancelToken cancel)
{
    if (const auto checked = checkBucket(bucket); !checked)
        co_return core::fail(checked.error());
    if (region.isEmpty())
        region = session->place().region;
    const auto made = co_await s3::createBucket(session->s3(), bucket, region, cancel);
    if (!made && made.error().serviceCode != "BucketAlreadyOwnedByYou"_L1)
        co_return core::fail(aboutBucket(made.error(), bucket));
    co_return {};
}

} // namespace braketeer::flows
