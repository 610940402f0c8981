#include "sandbox/s3/conditions.h"
#include "sandbox/s3/documents.h"
#include "sandbox/s3/newobject.h"
#include "sandbox/s3/operations.h"
#include "sandbox/s3/xml.h"

namespace braketeer::sandbox::s3 {
namespace {

std::optional<Refusal> deleteOne(const Call &call, const Bucket &bucket, const QByteArray &key)
{
    if (auto refusal = checkWritable(call, bucket, key))
        return refusal;
    return call.store.remove(bucket.name, key);
}

} // namespace

Reply deleteObject(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    if (const auto refusal = checkWritable(call, *bucket, call.address.key))
        return refuse(*refusal);
    const auto refusal = call.store.remove(bucket->name, call.address.key, [&call](const Object *current) {
        return current ? checkWriteConditions(call.request, current) : std::nullopt;
    });
    if (refusal)
        return refuse(*refusal);
    Answer answer;
    answer.status = 204;
    return answer;
}

Reply deleteObjects(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    const auto document = readDocument(call);
    if (!document)
        return refuse(document.error());
    const auto deletion = readDeletion(*document);
    if (!deletion)
        return refuse(deletion.error());
    Xml xml;
    xml.openRoot("DeleteResult");
    for (const QByteArray &key : deletion->keys) {
        const auto refusal = deleteOne(call, *bucket, key);
        if (!refusal && deletion->quiet)
            continue;
        xml.open(refusal ? "Error" : "Deleted");
        xml.leaf("Key", key);
        if (refusal) {
            xml.leaf("Code", refusal->code);
            xml.leaf("Message", refusal->message.toUtf8());
        }
        xml.close(refusal ? "Error" : "Deleted");
    }
    xml.close("DeleteResult");
    return xmlAnswer(xml.text());
}

} // namespace braketeer::sandbox::s3
