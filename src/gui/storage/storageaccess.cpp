#include "gui/storage/storageaccess.h"

#include "flows/storage/defaults.h"

using namespace Qt::StringLiterals;

namespace braketeer::gui {

std::shared_ptr<const StorageAccess> accessOf(const std::shared_ptr<flows::Session> &session)
{
    auto access = std::make_shared<StorageAccess>();
    access->listBuckets = [session](core::CancelToken cancel) { return flows::listBuckets(session, cancel); };
    access->bucketRegion = [session](QString bucket, core::CancelToken cancel) {
        return flows::bucketRegion(session, std::move(bucket), cancel);
    };
    access->createBucket = [session](QString bucket, QString region) {
        return flows::createBucket(session, std::move(bucket), std::move(region));
    };
    access->defaultBucket = [session] { return flows::defaultBucket(session); };
    access->listPage = [session](flows::ListQuery query, core::CancelToken cancel) {
        return flows::listPage(session, std::move(query), cancel);
    };
    access->inspect = [session](core::S3Uri place, core::CancelToken cancel) {
        return flows::inspectObject(session, std::move(place), cancel);
    };
    access->read = [session](core::S3Uri place, qint64 offset, qint64 length, core::CancelToken cancel) {
        return flows::readObject(session, std::move(place), offset, length, cancel);
    };
    access->makeFolder = [session](core::S3Uri place) { return flows::makeFolder(session, std::move(place)); };
    access->remove = [session](QList<core::S3Uri> objects, flows::DeleteProgress progress, core::CancelToken cancel) {
        return flows::deleteObjects(session, std::move(objects), std::move(progress), cancel);
    };
    access->presign = [session](core::S3Uri place, std::chrono::seconds expires) {
        return flows::presign(session, std::move(place), expires);
    };
    access->terms = [session](const QString &bucket) { return flows::bucketTerms(*session, bucket); };
    access->setTerms = [session](const QString &bucket, flows::BucketTerms terms) {
        flows::setBucketTerms(*session, bucket, terms);
    };
    const flows::Place &place = session->place();
    access->region = place.region;
    access->owner = place.demo ? u"\u0001demo"_s : place.profile;
    return access;
}

} // namespace braketeer::gui
