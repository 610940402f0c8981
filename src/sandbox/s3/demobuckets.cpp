#include "sandbox/s3/demobuckets.h"

#include "sandbox/s3/demoobjects.h"
#include "sandbox/s3/payload.h"

namespace braketeer::sandbox::s3 {
namespace {

constexpr qint64 createdMs = 1'767'603'600'000; // 2026-01-05T09:00:00Z: the same in every demo and picture
constexpr qint64 minute = 60'000;

Bucket bucketNamed(const QByteArray &name, const QByteArray &region)
{
    Bucket bucket;
    bucket.name = name;
    bucket.region = region;
    bucket.createdMs = createdMs;
    return bucket;
}

void fill(Store &store, const QByteArray &bucket, const QList<DemoObject> &objects)
{
    qint64 time = createdMs;
    for (const DemoObject &object : objects)
        putBytes(store, bucket, object.key, object.bytes, object.contentType, time += minute);
}

} // namespace

bool putBytes(Store &store, const QByteArray &bucket, const QByteArray &key, const QByteArray &bytes,
              const QByteArray &contentType, qint64 modifiedMs)
{
    const auto blob = store.blobs().create();
    if (!blob->isOpen() || !blob->write(bytes.constData(), bytes.size()))
        return false;
    Object object;
    object.key = key;
    object.pieces = {{blob->name(), bytes.size(), {}}};
    object.size = bytes.size();
    object.eTag = describe(bytes).md5;
    object.modifiedMs = modifiedMs / 1000 * 1000;
    object.headers = {{"content-type", contentType}};
    if (store.put(bucket, object))
        return false;
    blob->keep();
    return true;
}

void addDemoBuckets(Store &store, const QByteArray &region)
{
    Bucket main = bucketNamed("amazon-braket-" + region + "-000000000000", region);
    main.manyPrefix = "measurements/";
    store.addBucket(main);
    fill(store, main.name, demoObjects());

    const QByteArray other = region == "eu-north-1" ? "us-west-2" : "eu-north-1";
    store.addBucket(bucketNamed("amazon-braket-" + other + "-000000000000", other));
    fill(store, "amazon-braket-" + other + "-000000000000", demoScripts());

    Bucket noListing = bucketNamed("sandbox-no-listing", region);
    noListing.mayList = false;
    store.addBucket(noListing);
    fill(store, noListing.name, demoScripts());

    Bucket noReading = bucketNamed("sandbox-no-reading", region);
    noReading.mayRead = false;
    store.addBucket(noReading);
    fill(store, noReading.name, demoScripts());

    Bucket open = bucketNamed("sandbox-public", region);
    open.foreign = true;
    open.isPublic = true;
    store.addBucket(open);
    fill(store, open.name, demoScripts());

    Bucket paid = bucketNamed("sandbox-requester-pays", region);
    paid.foreign = true;
    paid.requesterPays = true;
    store.addBucket(paid);
    fill(store, paid.name, demoScripts());

    Bucket foreign = bucketNamed("sandbox-foreign", region);
    foreign.foreign = true;
    store.addBucket(foreign);
}

} // namespace braketeer::sandbox::s3
