#include "sandbox/s3/completion.h"

#include "sandbox/s3/documents.h"
#include "sandbox/s3/newobject.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr qint64 smallestPart = 5 << 20;

Refusal invalidPart(const Upload &upload, const NamedPart &part)
{
    return {400,
            "InvalidPart"_ba,
            u"One or more of the specified parts could not be found.  The part may not have been uploaded, or the "
            u"specified entity tag may not match the part's entity tag."_s,
            {{"UploadId"_ba, upload.id}, {"PartNumber"_ba, QByteArray::number(part.number)}, {"ETag"_ba, part.eTag}},
            {}};
}

Refusal entityTooSmall(const NamedPart &named, const Part &part)
{
    return {400,
            "EntityTooSmall"_ba,
            u"Your proposed upload is smaller than the minimum allowed size"_s,
            {{"ProposedSize"_ba, QByteArray::number(part.piece.size)},
             {"MinSizeAllowed"_ba, QByteArray::number(smallestPart)},
             {"PartNumber"_ba, QByteArray::number(named.number)},
             {"ETag"_ba, part.eTag}},
            {}};
}

bool isTheSame(const NamedPart &named, const Part &part)
{
    if (named.eTag != part.eTag)
        return false;
    for (const auto &[name, value] : named.checksums)
        if (part.piece.checksum && name == "Checksum" + nameOf(part.piece.checksum->algorithm)
            && value != part.piece.checksum->value)
            return false;
    return true;
}

// The digest over all bytes, which are read once more.
Outcome<QByteArray> fullChecksum(const Call &call, const Object &object, Algorithm algorithm)
{
    const auto bucket = call.store.bucket(call.address.bucket);
    if (!bucket)
        return refuse(noSuchBucket(call.address.bucket));
    Digests digests;
    digests.add(algorithm);
    const auto refusal = readBytes(call, *bucket, object, {0, object.size, true}, [&](const char *data, qint64 size) {
        digests.update(data, size);
        return true;
    });
    if (refusal)
        return refuse(*refusal);
    return digests.finish(algorithm).toBase64();
}

Outcome<std::optional<Checksum>> checksumOf(const Call &call, const Upload &upload, const Object &object)
{
    if (!upload.algorithm)
        return std::optional<Checksum>();
    if (!upload.composite) {
        const auto value = fullChecksum(call, object, *upload.algorithm);
        if (!value)
            return refuse(value.error());
        return std::optional(Checksum{*upload.algorithm, *value, false});
    }
    QByteArray values;
    for (const Piece &piece : object.pieces)
        values += QByteArray::fromBase64(piece.checksum ? piece.checksum->value : QByteArray());
    const QByteArray value = digestOf(*upload.algorithm, values).toBase64() + '-'
                             + QByteArray::number(object.pieces.size());
    return std::optional(Checksum{*upload.algorithm, value, true});
}

} // namespace

bool canCombine(Algorithm algorithm, bool composite)
{
    if (algorithm == Algorithm::Crc64Nvme)
        return !composite;
    return composite || algorithm == Algorithm::Crc32 || algorithm == Algorithm::Crc32c;
}

Outcome<Object> completedObject(const Call &call, const Upload &upload, const QByteArray &document)
{
    const auto named = readParts(document);
    if (!named)
        return refuse(named.error());
    Object object = upload.object;
    object.inParts = true;
    QByteArray eTags;
    for (const NamedPart &each : *named) {
        const auto part = upload.parts.constFind(each.number);
        if (part == upload.parts.cend() || !isTheSame(each, *part))
            return refuse(invalidPart(upload, each));
        if (part->piece.size < smallestPart && &each != &named->constLast())
            return refuse(entityTooSmall(each, *part));
        object.pieces.append(part->piece);
        object.size += part->piece.size;
        eTags += QByteArray::fromHex(part->eTag);
    }
    object.eTag = digestOf(Algorithm::Md5, eTags).toHex() + '-' + QByteArray::number(named->size());
    object.modifiedMs = call.now.toMSecsSinceEpoch() / 1000 * 1000;
    const auto checksum = checksumOf(call, upload, object);
    if (!checksum)
        return refuse(checksum.error());
    object.checksum = *checksum;
    if (object.checksum) {
        const QByteArray stated = call.request.header(headerOf(object.checksum->algorithm));
        if (!stated.isEmpty() && stated != object.checksum->value)
            return refuse({400,
                           "BadDigest"_ba,
                           u"The %1 you specified did not match the calculated checksum."_s.arg(
                               QString::fromLatin1(nameOf(object.checksum->algorithm))),
                           {},
                           {}});
    }
    return object;
}

} // namespace braketeer::sandbox::s3
