#include "sandbox/s3/documents.h"
#include "sandbox/s3/operations.h"
#include "sandbox/s3/xml.h"

namespace braketeer::sandbox::s3 {
namespace {

Outcome<ObjectPtr> taggedObject(const Call &call, Wish wish)
{
    const auto bucket = openBucket(call, wish);
    if (!bucket)
        return refuse(bucket.error());
    if (auto object = call.store.object(bucket->name, call.address.key))
        return object;
    return refuse(noSuchKey(call.address.key));
}

Reply setTags(const Call &call, const QByteArray &tags, int status)
{
    const auto object = taggedObject(call, Wish::Write);
    if (!object)
        return refuse(object.error());
    if (const auto refusal = call.store.tag(call.address.bucket, call.address.key, tags))
        return refuse(*refusal);
    Answer answer;
    answer.status = status;
    return answer;
}

} // namespace

Reply getObjectTagging(const Call &call)
{
    const auto object = taggedObject(call, Wish::Read);
    if (!object)
        return refuse(object.error());
    Xml xml;
    xml.openRoot("Tagging");
    xml.open("TagSet");
    if (!(*object)->tags.isEmpty())
        for (const QByteArray &tag : (*object)->tags.split('&')) {
            xml.open("Tag");
            xml.leaf("Key", QByteArray::fromPercentEncoding(tag.split('=').first()));
            xml.leaf("Value", QByteArray::fromPercentEncoding(tag.mid(tag.indexOf('=') + 1)));
            xml.close("Tag");
        }
    xml.close("TagSet");
    xml.close("Tagging");
    return xmlAnswer(xml.text());
}

Reply putObjectTagging(const Call &call)
{
    const auto document = readDocument(call);
    if (!document)
        return refuse(document.error());
    const auto tags = readTags(*document);
    if (!tags)
        return refuse(tags.error());
    return setTags(call, *tags, 200);
}

Reply deleteObjectTagging(const Call &call)
{
    return setTags(call, {}, 204);
}

} // namespace braketeer::sandbox::s3
