#include "flows/storage/lookatstorage.h"

#include "flows/storage/buckets.h"
#include "flows/storage/listing.h"
#include "flows/storage/object.h"
#include "services/s3/getbucketabac.h"
#include "services/s3/getbuckettagging.h"

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

using BucketState = job::BucketFact::State;
using Admission = job::BucketFact::Admission;
using job::PlaceFact;
using PlaceState = job::PlaceFact::State;

/// Of an input: enough to tell small data from large, and soon over.
constexpr int mostPages = 5;

bool isDenied(const core::Error &error)
{
    return error.httpStatus == 403;
}

core::Task<job::BucketFact> lookAtBucket(std::shared_ptr<Session> session, QString bucket, core::CancelToken cancel)
{
    const auto region = co_await bucketRegion(session, bucket, cancel);
    job::BucketFact fact;
    if (region) {
        fact.state = BucketState::There;
        fact.region = *region;
    } else if (region.error().kind == core::Error::Kind::Cancelled) {
        co_return core::fail(region.error());
    } else if (region.error().serviceCode == "NoSuchBucket"_L1) {
        fact.state = BucketState::Missing;
    } else if (isDenied(region.error())) {
        fact.state = BucketState::Denied;
    }
    co_return fact;
}

/// Looks at the bucket's tags, and whether they count. A server that is not S3 itself may know neither.
core::Task<Admission> lookAtAdmission(std::shared_ptr<Session> session, QString bucket, core::CancelToken cancel)
{
    const auto tags = co_await services::s3::getBucketTagging(session->s3(), bucket, cancel);
    if (!tags && tags.error().kind == core::Error::Kind::Cancelled)
        co_return core::fail(tags.error());
    if (!tags)
        co_return isDenied(tags.error()) ? Admission::Denied : Admission::Unknown;
    if (!tags->contains({u"AmazonBraket"_s, u"true"_s}))
        co_return Admission::NoTag;
    const auto counts = co_await services::s3::getBucketAbac(session->s3(), bucket, cancel);
    if (!counts && counts.error().kind == core::Error::Kind::Cancelled)
        co_return core::fail(counts.error());
    if (!counts)
        co_return isDenied(counts.error()) ? Admission::Denied : Admission::Unknown;
    co_return *counts ? Admission::Given : Admission::TagsDoNotCount;
}

core::Task<job::BucketFact> lookAtBucketAndTags(std::shared_ptr<Session> session, QString bucket,
                                                core::CancelToken cancel)
{
    auto fact = co_await lookAtBucket(session, bucket, cancel);
    if (!fact || fact->state != BucketState::There || job::isBraketBucket(bucket))
        co_return fact;
    const auto admission = co_await lookAtAdmission(session, bucket, cancel);
    if (!admission)
        co_return core::fail(admission.error());
    fact->admission = *admission;
    co_return fact;
}

/// Adds a page to what is known of a place; the first one says what it is.
void take(PlaceFact &fact, const ListPage &page, const QString &key)
{
    if (fact.state == PlaceState::Unknown) {
        fact.state = PlaceState::Nothing;
        fact.bytes = 0;
        if (!page.entries.isEmpty()) {
            const bool isOne = page.entries.first().key == key && !key.endsWith(u'/');
            fact.state = isOne ? PlaceState::Object : PlaceState::Prefix;
        }
    }
    fact.objects += page.entries.size();
    for (const ObjectEntry &entry : page.entries)
        fact.bytes += entry.size;
    fact.hasMore = !page.nextToken.isEmpty();
}

/// Whether objects begin with the key, whether one is exactly it, and how large they are together.
core::Task<PlaceFact> lookByListing(std::shared_ptr<Session> session, core::S3Uri place, int pageLimit,
                                    core::CancelToken cancel)
{
    PlaceFact fact;
    ListQuery query;
    query.place = place;
    query.recursive = true;
    for (int pages = 0; pages < pageLimit; ++pages) {
        const auto page = co_await listPage(session, query, cancel);
        if (!page && page.error().kind == core::Error::Kind::Cancelled)
            co_return core::fail(page.error());
        if (!page && pages == 0 && isDenied(page.error()))
            fact.state = PlaceState::Denied;
        if (!page)
            break;
        take(fact, *page, place.key);
        if (!fact.hasMore)
            break;
        query.continuationToken = page->nextToken;
    }
    co_return fact;
}

core::Task<PlaceFact> lookAtObject(std::shared_ptr<Session> session, core::S3Uri place, core::CancelToken cancel)
{
    const auto facts = co_await inspectObject(session, place, cancel);
    PlaceFact fact;
    if (facts) {
        fact.state = PlaceState::Object;
        fact.objects = 1;
        fact.bytes = facts->size;
        co_return fact;
    }
    if (facts.error().kind == core::Error::Kind::Cancelled)
        co_return core::fail(facts.error());
    const bool isMissing = facts.error().serviceCode == "NoSuchKey"_L1 || place.key.isEmpty();
    if (isDenied(facts.error()))
        fact.state = PlaceState::Denied;
    if (isDenied(facts.error()) || !isMissing)
        co_return fact;
    // "…/script" for "…/script/": a folder is said to be one, a slip of the pen to be nothing.
    core::S3Uri folder = place;
    if (!folder.key.isEmpty() && !folder.key.endsWith(u'/'))
        folder.key += u'/';
    const auto below = co_await lookByListing(session, folder, 1, cancel);
    if (!below)
        co_return core::fail(below.error());
    fact.state = below->state == PlaceState::Prefix ? PlaceState::Prefix : PlaceState::Nothing;
    co_return fact;
}

} // namespace

core::Task<job::StorageFacts> lookAtStorage(std::shared_ptr<Session> session, job::JobSpec spec,
                                            core::CancelToken cancel)
{
    job::StorageFacts facts;
    const QList<job::StoragePlace> places = job::storagePlaces(spec);
    for (const job::StoragePlace &place : places) {
        const core::S3Uri uri = *core::S3Uri::parse(place.uri);
        if (!facts.buckets.contains(uri.bucket)) {
            const auto bucket = co_await lookAtBucketAndTags(session, uri.bucket, cancel);
            if (!bucket)
                co_return core::fail(bucket.error());
            facts.buckets.insert(uri.bucket, *bucket);
        }
        const bool isNoMatter = place.kind == job::PlaceKind::Output
                                || facts.buckets.value(uri.bucket).state == BucketState::Missing;
        if (isNoMatter || facts.places.contains(place.uri))
            continue;
        core::Result<PlaceFact> fact;
        if (place.kind == job::PlaceKind::Object)
            fact = co_await lookAtObject(session, uri, cancel);
        else
            fact = co_await lookByListing(session, uri, mostPages, cancel);
        if (!fact)
            co_return core::fail(fact.error());
        facts.places.insert(place.uri, *fact);
    }
    co_return facts;
}

} // namespace braketeer::flows
