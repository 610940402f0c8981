#include "sandbox/s3/store.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

QByteArray lineOf(const QJsonObject &change)
{
    return QJsonDocument(change).toJson(QJsonDocument::Compact);
}

QString below(const QString &folder, QLatin1StringView name)
{
    return folder.isEmpty() ? QString() : folder + u'/' + name;
}

} // namespace

Store::Store(const QString &folder, std::function<void(Store &)> seed)
    : m_seed(std::move(seed)), m_blobs(below(folder, "blobs"_L1)), m_journal(below(folder, "index"_L1))
{
}

void Store::catchUp()
{
    m_journal.readNew(
        [this] {
            m_shelf.clear();
            m_lines = 0;
        },
        [this](const QByteArray &line) {
            ++m_lines;
            m_shelf.apply(QJsonDocument::fromJson(line).object());
        });
}

void Store::with(bool writes, const std::function<void()> &work)
{
    const std::lock_guard lock(m_mutex);
    if (const auto seed = std::exchange(m_seed, {})) {
        catchUp();
        if (m_lines == 0)
            seed(*this);
        else
            m_journal.locked([this] { compact(); });
    }
    if (!writes) {
        catchUp();
        work();
        return;
    }
    m_journal.locked([&] {
        catchUp();
        work();
    });
}

// Once, at the first use: afterwards others read the file too, and each rewriting makes them read all of it again.
void Store::compact()
{
    constexpr int worthIt = 1000;
    catchUp();
    const QList<QJsonObject> changes = m_shelf.toChanges();
    if (m_lines < 2 * changes.size() + worthIt)
        return;
    QByteArray lines;
    for (const QJsonObject &change : changes)
        lines += lineOf(change) + '\n';
    m_journal.replace(lines);
    m_lines = int(changes.size());
}

void Store::commit(const QJsonObject &change)
{
    m_journal.append(lineOf(change));
    ++m_lines;
    m_shelf.apply(change);
}

void Store::discard(const QList<Piece> &pieces)
{
    for (const Piece &piece : pieces)
        if (!piece.blob.isEmpty())
            m_blobs.remove(piece.blob);
}

QList<Bucket> Store::buckets()
{
    QList<Bucket> all;
    with(false, [&] {
        for (const auto &[name, shelf] : m_shelf.buckets())
            all.append(shelf.bucket);
    });
    return all;
}

std::optional<Bucket> Store::bucket(const QByteArray &name)
{
    std::optional<Bucket> found;
    with(false, [&] {
        if (const auto *shelf = m_shelf.bucket(name))
            found = shelf->bucket;
    });
    return found;
}

bool Store::addBucket(const Bucket &bucket)
{
    bool added = false;
    with(true, [&] {
        added = !m_shelf.bucket(bucket.name);
        if (added)
            commit(Shelf::bucketAdded(bucket));
    });
    return added;
}

bool Store::removeBucket(const QByteArray &name)
{
    bool removed = false;
    with(true, [&] {
        const auto *shelf = m_shelf.bucket(name);
        removed = shelf && shelf->objects.empty();
        if (removed)
            commit(Shelf::bucketRemoved(name));
    });
    return removed;
}

ObjectPtr Store::object(const QByteArray &bucket, const QByteArray &key)
{
    ObjectPtr found;
    with(false, [&] { found = m_shelf.object(bucket, key); });
    return found;
}

ObjectPtr Store::firstFrom(const QByteArray &bucket, const QByteArray &key, bool after)
{
    ObjectPtr found;
    with(false, [&] {
        const auto *shelf = m_shelf.bucket(bucket);
        if (!shelf)
            return;
        const auto next = after ? shelf->objects.upper_bound(key) : shelf->objects.lower_bound(key);
        if (next != shelf->objects.end())
            found = next->second;
    });
    return found;
}

std::optional<Refusal> Store::checked(const QByteArray &bucket, const QByteArray &key, const Check &check) const
{
    if (!m_shelf.bucket(bucket))
        return noSuchBucket(bucket);
    return check ? check(m_shelf.object(bucket, key).get()) : std::nullopt;
}

std::optional<Refusal> Store::put(const QByteArray &bucket, const Object &object, const Check &check)
{
    std::optional<Refusal> refusal;
    with(true, [&] {
        refusal = checked(bucket, object.key, check);
        if (refusal)
            return;
        const ObjectPtr before = m_shelf.object(bucket, object.key);
        commit(Shelf::objectPut(bucket, object));
        if (before)
            discard(before->pieces);
    });
    return refusal;
}

std::optional<Refusal> Store::remove(const QByteArray &bucket, const QByteArray &key, const Check &check)
{
    std::optional<Refusal> refusal;
    with(true, [&] {
        refusal = checked(bucket, key, check);
        const ObjectPtr before = refusal ? ObjectPtr() : m_shelf.object(bucket, key);
        if (!before)
            return;
        commit(Shelf::objectRemoved(bucket, key));
        discard(before->pieces);
    });
    return refusal;
}

std::optional<Refusal> Store::tag(const QByteArray &bucket, const QByteArray &key, const QByteArray &tags)
{
    std::optional<Refusal> refusal;
    with(true, [&] {
        const ObjectPtr before = m_shelf.object(bucket, key);
        if (!before) {
            refusal = noSuchKey(key);
            return;
        }
        Object object = *before;
        object.tags = tags;
        commit(Shelf::objectPut(bucket, object));
    });
    return refusal;
}

QList<Upload> Store::uploads(const QByteArray &bucket)
{
    QList<Upload> all;
    with(false, [&] {
        for (const auto &[id, upload] : m_shelf.uploads())
            if (upload.bucket == bucket)
                all.append(upload);
    });
    return all;
}

std::optional<Upload> Store::upload(const QByteArray &id)
{
    std::optional<Upload> found;
    with(false, [&] {
        const auto entry = m_shelf.uploads().find(id);
        if (entry != m_shelf.uploads().end())
            found = entry->second;
    });
    return found;
}

void Store::begin(const Upload &upload)
{
    with(true, [&] { commit(Shelf::uploadBegun(upload)); });
}

bool Store::addPart(const QByteArray &uploadId, int number, const Part &part)
{
    bool added = false;
    with(true, [&] {
        const auto entry = m_shelf.uploads().find(uploadId);
        added = entry != m_shelf.uploads().end();
        if (!added)
            return;
        const Piece before = entry->second.parts.value(number).piece;
        commit(Shelf::partAdded(uploadId, number, part));
        discard({before});
    });
    return added;
}

std::optional<Refusal> Store::complete(const Upload &upload, const Object &object, const Check &check)
{
    std::optional<Refusal> refusal;
    with(true, [&] {
        const auto entry = m_shelf.uploads().find(upload.id);
        refusal = entry == m_shelf.uploads().end() ? std::optional(noSuchUpload(upload.id))
                                                   : checked(upload.bucket, object.key, check);
        if (refusal)
            return;
        QList<Piece> unused;
        for (const Part &part : entry->second.parts) {
            const bool used = std::any_of(object.pieces.cbegin(), object.pieces.cend(),
                                          [&part](const Piece &piece) { return piece.blob == part.piece.blob; });
            if (!used)
                unused.append(part.piece);
        }
        if (const ObjectPtr before = m_shelf.object(upload.bucket, object.key))
            unused += before->pieces;
        commit(Shelf::uploadCompleted(upload, object));
        discard(unused);
    });
    return refusal;
}

void Store::abort(const QByteArray &uploadId)
{
    with(true, [&] {
        const auto entry = m_shelf.uploads().find(uploadId);
        if (entry == m_shelf.uploads().end())
            return;
        QList<Piece> pieces;
        for (const Part &part : entry->second.parts)
            pieces.append(part.piece);
        commit(Shelf::uploadEnded(uploadId));
        discard(pieces);
    });
}

} // namespace braketeer::sandbox::s3
