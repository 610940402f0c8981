#include "sandbox/s3/newobject.h"

#include "sandbox/s3/slices.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr std::array<QByteArrayView, 12> storageClasses{
    "STANDARD",     "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER",
    "DEEP_ARCHIVE", "OUTPOSTS",           "GLACIER_IR",  "SNOW",       "EXPRESS_ONEZONE",     "FSX_OPENZFS"};

constexpr std::array<QByteArrayView, 7> keptHeaders{"content-type",
                                                    "cache-control",
                                                    "content-disposition",
                                                    "content-language",
                                                    "expires",
                                                    "content-encoding",
                                                    "x-amz-website-redirect-location"};

// What a client encodes for the transfer is not part of the object.
QByteArray withoutChunking(const QByteArray &encoding)
{
    QList<QByteArray> kept;
    for (const QByteArray &each : encoding.split(','))
        if (each.trimmed() != "aws-chunked")
            kept.append(each.trimmed());
    return kept.join(',');
}

qint64 readAt(const FileSlice &slice, qint64 offset, QByteArray &block)
{
    const size_t size = size_t(std::min<qint64>(block.size(), slice.length - offset));
    ssize_t count = -1;
    do
        count = ::pread(slice.file->descriptor(), block.data(), size, slice.offset + offset);
    while (count < 0 && errno == EINTR);
    return count;
}

} // namespace

Outcome<Object> describedObject(const Call &call)
{
    constexpr qsizetype mostMetadata = 2048;
    Object object;
    object.key = call.address.key;
    object.modifiedMs = call.now.toMSecsSinceEpoch() / 1000 * 1000;
    qsizetype metadata = 0;
    for (const auto &[header, sent] : call.request.headers) {
        const QByteArray name = header.toLower();
        const bool isMetadata = name.startsWith("x-amz-meta-");
        const bool isKept = std::find(keptHeaders.cbegin(), keptHeaders.cend(), QByteArrayView(name))
                            != keptHeaders.cend();
        const QByteArray value = name == "content-encoding" ? withoutChunking(sent) : sent;
        if ((isMetadata || isKept) && !value.isEmpty())
            object.headers.emplaceBack(name, value);
        if (isMetadata)
            metadata += name.size() - qsizetype(std::size("x-amz-meta-") - 1) + value.size();
    }
    if (metadata > mostMetadata)
        return refuse(
            {400,
             "MetadataTooLarge"_ba,
             u"Your metadata headers exceed the maximum allowed metadata size"_s,
             {{"Size"_ba, QByteArray::number(metadata)}, {"MaxSizeAllowed"_ba, QByteArray::number(mostMetadata)}},
             {}});
    const bool typed = std::any_of(object.headers.cbegin(), object.headers.cend(),
                                   [](const auto &header) { return header.first == "content-type"; });
    if (!typed)
        object.headers.emplaceBack("content-type", "binary/octet-stream");
    if (const QByteArray wanted = call.request.header("x-amz-storage-class"); !wanted.isEmpty())
        object.storageClass = wanted;
    if (std::find(storageClasses.cbegin(), storageClasses.cend(), QByteArrayView(object.storageClass))
        == storageClasses.cend())
        return refuse({400, "InvalidStorageClass"_ba, u"The storage class you specified is not valid"_s, {}, {}});
    object.tags = call.request.header("x-amz-tagging");
    return object;
}

Outcome<Stored> storeBody(const Call &call, std::optional<Algorithm> wanted)
{
    auto blob = call.store.blobs().create();
    if (!blob->isOpen())
        return refuse(internalError());
    const auto received = receive(
        call, [&blob](const char *data, qint64 size) { return blob->write(data, size); }, wanted);
    if (!received)
        return refuse(received.error());
    return Stored{std::move(blob), *received};
}

std::optional<Refusal> readBytes(const Call &call, const Bucket &bucket, const Object &object, const Range &range,
                                 const Sink &sink)
{
    Answer bytes;
    if (!addBody(bytes, call, bucket, object, range))
        return noSuchKey(object.key);
    bool good = sink(bytes.body.constData(), bytes.body.size());
    QByteArray block(256 << 10, Qt::Uninitialized);
    for (const FileSlice &slice : bytes.files)
        for (qint64 offset = 0; good && offset < slice.length;) {
            const qint64 count = readAt(slice, offset, block);
            good = count > 0 && sink(block.constData(), count);
            offset += count;
        }
    return good ? std::nullopt : std::optional(internalError());
}

Outcome<Stored> storeCopy(const Call &call, const Bucket &sourceBucket, const Object &source, const Range &range,
                          std::optional<Algorithm> wanted)
{
    auto blob = call.store.blobs().create();
    Digests digests;
    digests.add(Algorithm::Md5);
    if (wanted)
        digests.add(*wanted);
    const auto refusal = readBytes(call, sourceBucket, source, range, [&](const char *data, qint64 size) {
        digests.update(data, size);
        return blob->isOpen() && blob->write(data, size);
    });
    if (refusal)
        return refuse(*refusal);
    Received received;
    received.size = range.length;
    received.md5 = digests.finish(Algorithm::Md5).toHex();
    if (wanted)
        received.checksum = Checksum{*wanted, digests.finish(*wanted).toBase64(), false};
    return Stored{std::move(blob), received};
}

std::optional<Refusal> checkWritable(const Call &call, const Bucket &bucket, const QByteArray &key)
{
    const ManyKeys many = manyKeysOf(call, bucket);
    return many.count() > 0 && key.startsWith(many.prefix()) ? std::optional(accessDenied()) : std::nullopt;
}

} // namespace braketeer::sandbox::s3
