#include "sandbox/s3/shelf.h"

#include "sandbox/s3/serial.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

QByteArray member(const QJsonObject &change, QStringView name)
{
    return change[name].toString().toUtf8();
}

QJsonObject named(const QString &change, const QByteArray &bucket)
{
    return {{u"change"_s, change}, {u"bucket"_s, QString::fromUtf8(bucket)}};
}

} // namespace

QJsonObject Shelf::bucketAdded(const Bucket &bucket)
{
    return {{u"change"_s, u"bucket"_s}, {u"value"_s, toJson(bucket)}};
}

QJsonObject Shelf::bucketRemoved(const QByteArray &bucket)
{
    return named(u"no-bucket"_s, bucket);
}

QJsonObject Shelf::objectPut(const QByteArray &bucket, const Object &object)
{
    QJsonObject change = named(u"put"_s, bucket);
    change.insert(u"value"_s, toJson(object));
    return change;
}

QJsonObject Shelf::objectRemoved(const QByteArray &bucket, const QByteArray &key)
{
    QJsonObject change = named(u"remove"_s, bucket);
    change.insert(u"key"_s, QString::fromUtf8(key));
    return change;
}

QJsonObject Shelf::uploadBegun(const Upload &upload)
{
    return {{u"change"_s, u"upload"_s}, {u"value"_s, toJson(upload)}};
}

QJsonObject Shelf::partAdded(const QByteArray &uploadId, int number, const Part &part)
{
    return {{u"change"_s, u"part"_s},
            {u"upload"_s, QString::fromUtf8(uploadId)},
            {u"number"_s, number},
            {u"value"_s, toJson(part)}};
}

QJsonObject Shelf::uploadEnded(const QByteArray &uploadId)
{
    return {{u"change"_s, u"no-upload"_s}, {u"upload"_s, QString::fromUtf8(uploadId)}};
}

QJsonObject Shelf::uploadCompleted(const Upload &upload, const Object &object)
{
    QJsonObject change = objectPut(upload.bucket, object);
    change.insert(u"upload"_s, QString::fromUtf8(upload.id));
    return change;
}

void Shelf::apply(const QJsonObject &change)
{
    const QString kind = change[u"change"].toString();
    const QJsonObject value = change[u"value"].toObject();
    const auto bucket = m_buckets.find(member(change, u"bucket"));
    const auto upload = m_uploads.find(member(change, u"upload"));
    if (kind == "bucket"_L1) {
        const Bucket added = bucketFrom(value);
        m_buckets[added.name].bucket = added;
    } else if (kind == "no-bucket"_L1 && bucket != m_buckets.end()) {
        m_buckets.erase(bucket);
    } else if (kind == "put"_L1 && bucket != m_buckets.end()) {
        auto object = std::make_shared<const Object>(objectFrom(value));
        bucket->second.objects[object->key] = object;
        if (upload != m_uploads.end())
            m_uploads.erase(upload);
    } else if (kind == "remove"_L1 && bucket != m_buckets.end()) {
        bucket->second.objects.erase(member(change, u"key"));
    } else if (kind == "upload"_L1) {
        const Upload begun = uploadFrom(value);
        m_uploads[begun.id] = begun;
    } else if (kind == "part"_L1 && upload != m_uploads.end()) {
        upload->second.parts.insert(change[u"number"].toInt(), partFrom(value));
    } else if (kind == "no-upload"_L1 && upload != m_uploads.end()) {
        m_uploads.erase(upload);
    }
}

void Shelf::clear()
{
    m_buckets.clear();
    m_uploads.clear();
}

QList<QJsonObject> Shelf::toChanges() const
{
    QList<QJsonObject> changes;
    for (const auto &[name, shelf] : m_buckets) {
        changes.append(bucketAdded(shelf.bucket));
        for (const auto &[key, object] : shelf.objects)
            changes.append(objectPut(name, *object));
    }
    for (const auto &[id, upload] : m_uploads)
        changes.append(uploadBegun(upload));
    return changes;
}

const Shelf::BucketShelf *Shelf::bucket(const QByteArray &name) const
{
    const auto found = m_buckets.find(name);
    return found == m_buckets.end() ? nullptr : &found->second;
}

ObjectPtr Shelf::object(const QByteArray &bucketName, const QByteArray &key) const
{
    const BucketShelf *shelf = bucket(bucketName);
    if (!shelf)
        return {};
    const auto found = shelf->objects.find(key);
    return found == shelf->objects.end() ? ObjectPtr() : found->second;
}

} // namespace braketeer::sandbox::s3
