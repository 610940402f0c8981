#pragma once

#include "sandbox/s3/blobs.h"
#include "sandbox/s3/journal.h"
#include "sandbox/s3/refusal.h"
#include "sandbox/s3/shelf.h"

#include <functional>
#include <mutex>

namespace braketeer::sandbox::s3 {

/// All that S3 keeps: in a folder, or in a temporary one. Several sandboxes may keep it in one folder: each change is
/// made to what the folder holds at that moment. May be used from any thread.
class Store final
{
public:
    /// Empty: a temporary folder. `seed` fills a folder that holds nothing yet, at the first use.
    Store(const QString &folder, std::function<void(Store &)> seed);

    /// Decides, while nobody else can change anything, whether a change may be made. Null: there is no such object.
    using Check = std::function<std::optional<Refusal>(const Object *current)>;

    Blobs &blobs() { return m_blobs; }

    QList<Bucket> buckets();
    std::optional<Bucket> bucket(const QByteArray &name);
    /// False where there is one of that name.
    bool addBucket(const Bucket &bucket);
    /// False where it is not empty.
    bool removeBucket(const QByteArray &name);

    ObjectPtr object(const QByteArray &bucket, const QByteArray &key);
    /// The first whose key is not before `key`, or, where `after`, behind it.
    ObjectPtr firstFrom(const QByteArray &bucket, const QByteArray &key, bool after);
    /// Replaces what has that key. The pieces' files are the store's then. Fails with NoSuchBucket, or as `check` does.
    std::optional<Refusal> put(const QByteArray &bucket, const Object &object, const Check &check = {});
    std::optional<Refusal> remove(const QByteArray &bucket, const QByteArray &key, const Check &check = {});

    /// Changes the tags of an object and nothing else.
    std::optional<Refusal> tag(const QByteArray &bucket, const QByteArray &key, const QByteArray &tags);

    QList<Upload> uploads(const QByteArray &bucket);
    std::optional<Upload> upload(const QByteArray &id);
    void begin(const Upload &upload);
    /// False where the upload is gone.
    bool addPart(const QByteArray &uploadId, int number, const Part &part);
    /// The object takes the pieces of the parts that it names; the others are deleted.
    std::optional<Refusal> complete(const Upload &upload, const Object &object, const Check &check = {});
    void abort(const QByteArray &uploadId);

private:
    /// Runs with the latest state; nobody else changes it meanwhile where `writes`.
    void with(bool writes, const std::function<void()> &work);
    void catchUp();
    void commit(const QJsonObject &change);
    void compact();
    void discard(const QList<Piece> &pieces);
    std::optional<Refusal> checked(const QByteArray &bucket, const QByteArray &key, const Check &check) const;

    std::recursive_mutex m_mutex; // the seed uses the store
    std::function<void(Store &)> m_seed;
    Blobs m_blobs;
    Journal m_journal;
    Shelf m_shelf;
    int m_lines = 0; // of the journal
};

} // namespace braketeer::sandbox::s3
