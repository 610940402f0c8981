#include "sandbox/s3/change.h"

#include <unistd.h>

namespace braketeer::sandbox::s3 {

std::optional<QByteArray> bytesOf(Store &store, const QByteArray &bucket, const QByteArray &key)
{
    const ObjectPtr object = store.object(bucket, key);
    if (!object)
        return {};
    QByteArray bytes;
    for (const Piece &piece : object->pieces) {
        const auto file = store.blobs().open(piece.blob);
        if (!file)
            return {};
        QByteArray part(piece.size, Qt::Uninitialized);
        qsizetype done = 0;
        while (done < part.size()) {
            const ssize_t count = ::pread(file->descriptor(), part.data() + done, size_t(part.size() - done), done);
            if (count <= 0)
                return {};
            done += count;
        }
        bytes += part;
    }
    return bytes;
}

void changeBytes(Store &store, const QByteArray &bucket, const QByteArray &key)
{
    const ObjectPtr before = store.object(bucket, key);
    auto bytes = bytesOf(store, bucket, key);
    if (!before || !bytes || bytes->isEmpty())
        return;
    bytes->front() = char(~bytes->front());
    const auto blob = store.blobs().create();
    if (!blob->isOpen() || !blob->write(bytes->constData(), bytes->size()))
        return;
    Object changed = *before;
    changed.pieces = {{blob->name(), bytes->size(), {}}};
    changed.inParts = false;
    changed.checksum.reset();
    changed.eTag = digestOf(Algorithm::Md5, *bytes).toHex();
    if (!store.put(bucket, changed))
        blob->keep();
}

} // namespace braketeer::sandbox::s3
