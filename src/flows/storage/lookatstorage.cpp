#include "flows/storage/lookatstorage.h"

#include "flows/storage/buckets.h"
#include "flows/storage/listing.h"
#include "flows/storage/object.h"

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

using BucketState = job::BucketFact::State;
using PlaceState = job::PlaceFact::State;

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

/// Whether objects begin with the key, and whether one is exactly it.
core::Task<PlaceState> lookByListing(std::shared_ptr<Session> session, core::S3Uri place, core::CancelToken cancel)
{
    ListQuery query;
    query.place = place;
    query.recursive = true;
    query.pageSize = 1;
    const auto page = co_await listPage(session, query, cancel);
    if (!page) {
        if (page.error().kind == core::Error::Kind::Cancelled)
            co_return core::fail(page.error());
        co_return isDenied(page.error()) ? PlaceState::Denied : PlaceState::Unknown;
    }
    if (page->entries.isEmpty())
        co_return PlaceState::Nothing;
    const bool isOne = page->entries.first().key == place.key && !place.key.endsWith(u'/');
    co_return isOne ? PlaceState::Object : PlaceState::Prefix;
}

core::Task<PlaceState> lookAtObject(std::shared_ptr<Session> session, core::S3Uri place, core::CancelToken cancel)
{
    const auto facts = co_await inspectObject(session, place, cancel);
    if (facts)
        co_return PlaceState::Object;
    if (facts.error().kind == core::Error::Kind::Cancelled)
        co_return core::fail(facts.error());
    if (isDenied(facts.error()))
        co_return PlaceState::Denied;
    const bool isMissing = facts.error().serviceCode == "NoSuchKey"_L1 || place.key.isEmpty();
    if (!isMissing)
        co_return PlaceState::Unknown;
    // "…/script" for "…/script/": a folder is said to be one, a slip of the pen to be nothing.
    core::S3Uri folder = place;
    if (!folder.key.isEmpty() && !folder.key.endsWith(u'/'))
        folder.key += u'/';
    const auto below = co_await lookByListing(session, folder, cancel);
    if (!below)
        co_return core::fail(below.error());
    co_return *below == PlaceState::Prefix ? PlaceState::Prefix : PlaceState::Nothing;
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
            const auto bucket = co_await lookAtBucket(session, uri.bucket, cancel);
            if (!bucket)
                co_return core::fail(bucket.error());
            facts.buckets.insert(uri.bucket, *bucket);
        }
        if (place.kind == job::PlaceKind::Output || facts.buckets.value(uri.bucket).state == BucketState::Missing)
            continue;
        core::Result<PlaceState> state = PlaceState::Unknown;
        if (place.kind == job::PlaceKind::Object)
            state = co_await lookAtObject(session, uri, cancel);
        else
            state = co_await lookByListing(session, uri, cancel);
        if (!state)
            co_return core::fail(state.error());
        facts.places.insert(place.uri, {*state});
    }
    co_return facts;
}

} // namespace braketeer::flows
