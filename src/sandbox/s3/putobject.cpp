#include "sandbox/s3/conditions.h"
#include "sandbox/s3/newobject.h"
#include "sandbox/s3/operations.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {

Reply putObject(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    if (const auto refusal = checkWritable(call, *bucket, call.address.key))
        return refuse(*refusal);
    auto object = describedObject(call);
    if (!object)
        return refuse(object.error());
    const auto stored = storeBody(call);
    if (!stored)
        return refuse(stored.error());
    object->pieces = {{stored->blob->name(), stored->received.size, {}}};
    object->size = stored->received.size;
    object->eTag = stored->received.md5;
    object->checksum = stored->received.checksum;
    const auto refusal = call.store.put(
        bucket->name, *object, [&call](const Object *current) { return checkWriteConditions(call.request, current); });
    if (refusal)
        return refuse(*refusal);
    stored->blob->keep();
    Answer answer;
    answer.addHeader("ETag"_ba, quoted(object->eTag));
    answer.addHeader("x-amz-server-side-encryption"_ba, "AES256"_ba);
    if (object->checksum) {
        answer.addHeader(headerOf(object->checksum->algorithm), object->checksum->value);
        answer.addHeader("x-amz-checksum-type"_ba, "FULL_OBJECT"_ba);
    }
    return answer;
}

} // namespace braketeer::sandbox::s3
