#pragma once

#include "flows/storage/buckets.h"
#include "flows/storage/listing.h"
#include "flows/storage/object.h"
#include "flows/storage/terms.h"

#include <functional>
#include <memory>

namespace braketeer::gui {

/// What the storage views ask of S3: the flows of one session, or a test's own. Every function may be empty in a test
/// that does not come to it.
struct StorageAccess
{
    std::function<core::Task<QList<flows::BucketEntry>>(core::CancelToken)> listBuckets;
    std::function<core::Task<QString>(QString bucket, core::CancelToken)> bucketRegion;
    std::function<core::Task<>(QString bucket, QString region)> createBucket;
    std::function<core::Task<QString>()> defaultBucket;
    std::function<core::Task<flows::ListPage>(flows::ListQuery, core::CancelToken)> listPage;
    std::function<core::Task<flows::ObjectFacts>(core::S3Uri, core::CancelToken)> inspect;
    std::function<core::Task<QByteArray>(core::S3Uri, qint64 offset, qint64 length, core::CancelToken)> read;
    std::function<core::Task<>(core::S3Uri)> makeFolder;
    std::function<core::Task<int>(QList<core::S3Uri>, flows::DeleteProgress, core::CancelToken)> remove;
    std::function<core::Task<QString>(core::S3Uri, std::chrono::seconds)> presign;

    /// How a bucket is asked, and to ask it otherwise from now on.
    std::function<flows::BucketTerms(const QString &bucket)> terms;
    std::function<void(const QString &bucket, flows::BucketTerms)> setTerms;

    flows::BucketTerms termsOf(const QString &bucket) const
    {
        return terms ? terms(bucket) : flows::BucketTerms::Signed;
    }

    QString region; ///< the one that jobs go to
    QString owner;  ///< whose bookmarks and recent places: a profile's name, "demo" for the demo with a mark of its own
};

/// The flows, with this session. The session must not be null.
std::shared_ptr<const StorageAccess> accessOf(const std::shared_ptr<flows::Session> &session);

} // namespace braketeer::gui
