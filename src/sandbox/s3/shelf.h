#pragma once

#include "sandbox/s3/object.h"

#include <QJsonObject>

#include <map>
#include <memory>

namespace braketeer::sandbox::s3 {

using ObjectPtr = std::shared_ptr<const Object>;

/// All buckets, objects and uploads in memory, sorted as S3 lists them: a function of the changes that were made to it.
/// Not thread-safe.
class Shelf final
{
public:
    struct BucketShelf
    {
        Bucket bucket;
        std::map<QByteArray, ObjectPtr> objects;
    };

    /// Changes, as the journal keeps them.
    static QJsonObject bucketAdded(const Bucket &bucket);
    static QJsonObject bucketRemoved(const QByteArray &bucket);
    static QJsonObject objectPut(const QByteArray &bucket, const Object &object);
    static QJsonObject objectRemoved(const QByteArray &bucket, const QByteArray &key);
    static QJsonObject uploadBegun(const Upload &upload);
    static QJsonObject partAdded(const QByteArray &uploadId, int number, const Part &part);
    static QJsonObject uploadEnded(const QByteArray &uploadId);
    static QJsonObject uploadCompleted(const Upload &upload, const Object &object);

    /// One that makes no sense is left out.
    void apply(const QJsonObject &change);
    void clear();

    /// Changes that make an empty shelf this one.
    QList<QJsonObject> toChanges() const;

    const std::map<QByteArray, BucketShelf> &buckets() const { return m_buckets; }

    const std::map<QByteArray, Upload> &uploads() const { return m_uploads; }

    const BucketShelf *bucket(const QByteArray &name) const;
    ObjectPtr object(const QByteArray &bucket, const QByteArray &key) const;

private:
    std::map<QByteArray, BucketShelf> m_buckets;
    std::map<QByteArray, Upload> m_uploads;
};

} // namespace braketeer::sandbox::s3
