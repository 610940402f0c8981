#include "sandbox/s3/conditions.h"
#include "sandbox/s3/newobject.h"
#include "sandbox/s3/operations.h"
#include "sandbox/s3/partplace.h"
#include "sandbox/s3/xml.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

struct Source
{
    Bucket bucket;
    ObjectPtr object;
};

Outcome<Source> sourceOf(const Call &call)
{
    const auto address = readCopySource(call.request.header("x-amz-copy-source"));
    if (!address)
        return refuse(address.error());
    // Reading from another region is what a copy may do.
    const auto bucket = call.store.bucket(address->bucket);
    if (!bucket)
        return refuse(noSuchBucket(address->bucket));
    const bool readable = bucket->isPublic || (!bucket->foreign && !call.identity.anonymous && bucket->mayRead);
    if (!readable)
        return refuse(accessDenied());
    auto object = findObject(call, *bucket, address->key);
    if (!object)
        return refuse(noSuchKey(address->key));
    if (const auto refusal = checkConditions(call.request, *object, "x-amz-copy-source-"))
        return refuse(*refusal);
    return Source{*bucket, std::move(object)};
}

// The object that a copy becomes, still without bytes.
Outcome<Object> copyOf(const Call &call, const Object &source)
{
    auto described = describedObject(call);
    if (!described)
        return described;
    Object object = *described;
    if (call.request.header("x-amz-metadata-directive") != "REPLACE")
        object.headers = source.headers;
    if (call.request.header("x-amz-tagging-directive") != "REPLACE")
        object.tags = source.tags;
    object.checksum = source.checksum;
    return object;
}

Refusal needlessCopy()
{
    return invalidRequest(u"This copy request is illegal because it is trying to copy an object to itself without "
                          u"changing the object's metadata, storage class, website redirect location or encryption "
                          u"attributes."_s);
}

bool changesNothing(const Call &call, const Source &source)
{
    return source.bucket.name == call.address.bucket && source.object->key == call.address.key
           && call.request.header("x-amz-metadata-directive") != "REPLACE"
           && !call.request.hasHeader("x-amz-storage-class");
}

QByteArray resultXml(QByteArrayView root, const QByteArray &eTag, qint64 modifiedMs,
                     const std::optional<Checksum> &checksum)
{
    Xml xml;
    xml.openRoot(root);
    xml.leaf("LastModified", xmlTime(modifiedMs));
    xml.leaf("ETag", quoted(eTag));
    if (checksum)
        xml.leaf("Checksum" + nameOf(checksum->algorithm), checksum->value);
    xml.close(root);
    return xml.text();
}

// Without reading the bytes where they are one file already.
std::optional<Refusal> takeBytes(const Call &call, const Source &source, Object &object, std::unique_ptr<NewBlob> &blob)
{
    if (source.object->pieces.size() == 1 && !source.object->inParts) {
        const Piece piece = source.object->pieces.constFirst();
        object.pieces = {{call.store.blobs().link(piece.blob), piece.size, {}}};
        object.eTag = source.object->eTag;
        return object.pieces.constFirst().blob.isEmpty() ? std::optional(noSuchKey(source.object->key)) : std::nullopt;
    }
    auto stored = storeCopy(call, source.bucket, *source.object, {0, source.object->size, true});
    if (!stored)
        return stored.error();
    if (object.checksum && object.checksum->composite)
        object.checksum.reset(); // it is one of parts, and the copy has none
    object.pieces = {{stored->blob->name(), stored->received.size, {}}};
    object.eTag = stored->received.md5;
    blob = std::move(stored->blob);
    return {};
}

} // namespace

Reply copyObject(const Call &call)
{
    constexpr qint64 largest = qint64(5) << 30;
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    if (const auto refusal = checkWritable(call, *bucket, call.address.key))
        return refuse(*refusal);
    const auto source = sourceOf(call);
    if (!source)
        return refuse(source.error());
    if (changesNothing(call, *source))
        return refuse(needlessCopy());
    if (source->object->size > largest)
        return refuse(invalidRequest(u"The specified copy source is larger than the maximum allowable size for a copy "
                                     u"source: 5368709120"_s));
    auto object = copyOf(call, *source->object);
    if (!object)
        return refuse(object.error());
    object->size = source->object->size;
    std::unique_ptr<NewBlob> blob;
    if (const auto refusal = takeBytes(call, *source, *object, blob))
        return refuse(*refusal);
    if (const auto refusal = call.store.put(bucket->name, *object))
        return refuse(*refusal);
    if (blob)
        blob->keep();
    return xmlAnswer(resultXml("CopyObjectResult", object->eTag, object->modifiedMs, object->checksum));
}

Reply uploadPartCopy(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    const auto place = partPlace(call);
    if (!place)
        return refuse(place.error());
    const auto source = sourceOf(call);
    if (!source)
        return refuse(source.error());
    const auto range = readCopyRange(call.request.header("x-amz-copy-source-range"), *source->object);
    if (!range)
        return refuse(range.error());
    const auto stored = storeCopy(call, source->bucket, *source->object, *range, place->upload.algorithm);
    if (!stored)
        return refuse(stored.error());
    const Part part{{stored->blob->name(), stored->received.size, stored->received.checksum},
                    stored->received.md5,
                    call.now.toMSecsSinceEpoch()};
    if (!call.store.addPart(place->upload.id, place->number, part))
        return refuse(noSuchUpload(place->upload.id));
    stored->blob->keep();
    return xmlAnswer(resultXml("CopyPartResult", part.eTag, part.modifiedMs, part.piece.checksum));
}

} // namespace braketeer::sandbox::s3
