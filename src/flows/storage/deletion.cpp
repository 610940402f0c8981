#include "flows/storage/keyrules.h"
#include "flows/storage/object.h"
#include "flows/storage/refusal.h"
#include "services/s3/deleteobject.h"
#include "services/s3/deleteobjects.h"
#include "services/s3/listobjectsv2.h"
#include "services/s3/xmlanswer.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;
using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StorageDeletion)
};

Error stoppedAfter(core::Error error, qint64 done)
{
    if (done > 0)
        error.message = Text::tr("%1 (%2 objects were deleted before.)").arg(error.message).arg(done);
    return error;
}

Error refusedOne(const s3::DeletionRefused &refused, const QString &bucket)
{
    core::Error error;
    error.kind = core::Error::Kind::Service;
    error.serviceCode = refused.code;
    error.httpStatus = 200; // of the answer that holds it
    error.message = Text::tr("%1 was not deleted: %2")
                        .arg(shownKey(core::S3Uri{bucket, refused.key}.toString()),
                             refused.message.isEmpty() ? refused.code : refused.message);
    error.suggestion = Text::tr("The identity you use needs s3:DeleteObject there; a lock or a policy may forbid it.");
    return error;
}

/// Keys of one bucket, at most mostDeletions. Says how many are gone; an error is about the first that is not.
struct Batch
{
    int gone = 0;
    std::optional<core::Error> error;
};

QCoro::Task<Batch> deleteBatch(s3::Access access, QString bucket, QStringList keys, core::CancelToken cancel)
{
    // What XML cannot hold is named in a path, where everything can be said.
    QStringList inXml;
    QStringList alone;
    for (const QString &key : keys)
        (s3::fitsIntoXml(key) ? inXml : alone).append(key);
    Batch batch;
    if (!inXml.isEmpty()) {
        const auto refused = co_await s3::deleteObjects(access, bucket, inXml, cancel);
        if (!refused) {
            batch.error = aboutBucket(refused.error(), bucket);
            co_return batch;
        }
        batch.gone = int(inXml.size() - refused->size());
        if (!refused->isEmpty()) {
            batch.error = refusedOne(refused->first(), bucket);
            co_return batch;
        }
    }
    for (const QString &key : alone) {
        const core::S3Uri place{bucket, key};
        const auto deleted = co_await s3::deleteObject(access, place, cancel);
        if (!deleted) {
            batch.error = aboutObject(deleted.error(), place);
            co_return batch;
        }
        ++batch.gone;
    }
    co_return batch;
}

/// As many of the objects from `first` on as one request can take: of one bucket.
QStringList batchFrom(const QList<core::S3Uri> &objects, qsizetype first)
{
    QStringList keys;
    for (qsizetype i = first; i < objects.size() && keys.size() < s3::mostDeletions; ++i) {
        if (objects[i].bucket != objects[first].bucket)
            break;
        keys.append(objects[i].key);
    }
    return keys;
}

} // namespace

core::Task<int> deleteObjects(std::shared_ptr<Session> session, QList<core::S3Uri> objects, DeleteProgress progress,
                              core::CancelToken cancel)
{
    for (const core::S3Uri &place : objects) {
        if (const auto bucket = checkBucket(place.bucket); !bucket)
            co_return core::fail(bucket.error());
        // In the body of a request a dot segment harms nobody; in a path it does.
        const auto key = s3::fitsIntoXml(place.key) && !place.key.isEmpty() ? checkPrefix(place.key)
                                                                            : checkKey(place.key);
        if (!key)
            co_return core::fail(key.error());
    }
    int done = 0;
    for (qsizetype at = 0; at < objects.size();) {
        const QStringList keys = batchFrom(objects, at);
        const Batch batch = co_await deleteBatch(session->s3(), objects[at].bucket, keys, cancel);
        done += batch.gone;
        if (batch.error)
            co_return core::fail(stoppedAfter(*batch.error, done));
        at += keys.size();
        if (progress)
            progress(done, int(objects.size()));
    }
    co_return done;
}

core::Task<qint64> deletePrefix(std::shared_ptr<Session> session, core::S3Uri place, DeletedKeys deleted,
                                core::CancelToken cancel, KeyTest isMeant)
{
    if (const auto bucket = checkBucket(place.bucket); !bucket)
        co_return core::fail(bucket.error());
    if (const auto prefix = checkPrefix(place.key); !prefix)
        co_return core::fail(prefix.error());
    qint64 done = 0;
    s3::ListObjectsInput input;
    input.bucket = place.bucket;
    input.prefix = place.key;
    for (;;) {
        const auto page = co_await s3::listObjectsV2(session->s3(), input, cancel);
        if (!page)
            co_return core::fail(stoppedAfter(aboutBucket(page.error(), place.bucket), done));
        QList<core::S3Uri> objects;
        for (const s3::ListedObject &listed : page->entries) {
            const QString key = QString::fromUtf8(listed.key);
            if (!isMeant || isMeant(key))
                objects.append({place.bucket, key});
        }
        const auto gone = co_await deleteObjects(session, objects, {}, cancel);
        if (!gone)
            co_return core::fail(stoppedAfter(gone.error(), done));
        done += *gone;
        if (deleted && !objects.isEmpty())
            deleted(objects);
        if (!page->truncated || page->nextToken == input.continuationToken)
            co_return done;
        input.continuationToken = page->nextToken;
    }
}

} // namespace braketeer::flows
