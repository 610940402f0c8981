#include "sandbox/s3/conditions.h"
#include "sandbox/s3/operations.h"
#include "sandbox/s3/slices.h"
#include "sandbox/s3/xml.h"

#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

struct Override
{
    const char *parameter;
    const char *header;
};

constexpr std::array overrides{
    Override{"response-content-type", "content-type"},
    Override{"response-content-language", "content-language"},
    Override{"response-expires", "expires"},
    Override{"response-cache-control", "cache-control"},
    Override{"response-content-disposition", "content-disposition"},
    Override{"response-content-encoding", "content-encoding"},
};

void setHeader(HeaderList &headers, const QByteArray &name, const QByteArray &value)
{
    headers.removeIf([&name](const auto &header) { return header.first == name; });
    headers.emplaceBack(name, value);
}

void addChecksum(Answer &answer, const std::optional<Checksum> &checksum)
{
    if (!checksum)
        return;
    answer.addHeader(headerOf(checksum->algorithm), checksum->value);
    answer.addHeader("x-amz-checksum-type"_ba, checksum->composite ? "COMPOSITE"_ba : "FULL_OBJECT"_ba);
}

Answer describedAnswer(const Call &call, const Object &object)
{
    Answer answer;
    answer.headers = object.headers;
    for (const Override &row : overrides)
        if (const QByteArray value = call.query.value(row.parameter); !value.isEmpty())
            setHeader(answer.headers, row.header, value);
    answer.addHeader("ETag"_ba, quoted(object.eTag));
    answer.addHeader("Last-Modified"_ba, httpTime(object.modifiedMs));
    answer.addHeader("Accept-Ranges"_ba, "bytes"_ba);
    answer.addHeader("x-amz-server-side-encryption"_ba, "AES256"_ba);
    if (object.storageClass != "STANDARD")
        answer.addHeader("x-amz-storage-class"_ba, object.storageClass);
    if (!object.tags.isEmpty())
        answer.addHeader("x-amz-tagging-count"_ba, QByteArray::number(object.tags.count('&') + 1));
    return answer;
}

Refusal missing(const Call &call, const Bucket &bucket)
{
    // Who may not list must not learn what there is.
    return bucket.mayList || bucket.isPublic ? noSuchKey(call.address.key) : accessDenied();
}

Outcome<ObjectPtr> objectWanted(const Call &call, const Bucket &bucket)
{
    const QByteArray version = call.query.value("versionId");
    if (!version.isEmpty() && version != "null")
        return refuse({404,
                       "NoSuchVersion"_ba,
                       u"The specified version does not exist."_s,
                       {{"Key"_ba, call.address.key}, {"VersionId"_ba, version}},
                       {}});
    auto object = findObject(call, bucket, call.address.key);
    if (!object)
        return refuse(missing(call, bucket));
    if (const auto refusal = checkConditions(call.request, *object))
        return refuse(*refusal);
    return object;
}

// A part of an object that was uploaded in parts, numbered from 1.
Outcome<Range> partWanted(const Call &call, const Object &object)
{
    const QByteArray text = call.query.value("partNumber");
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 1)
        return refuse(
            invalidArgument(u"Part number must be an integer between 1 and 10000, inclusive"_s, "partNumber", text));
    const auto count = object.inParts ? object.pieces.size() : 1;
    if (number > count)
        return refuse({416,
                       "InvalidPartNumber"_ba,
                       u"The requested partnumber is not satisfiable"_s,
                       {{"ActualPartCount"_ba, QByteArray::number(count)},
                        {"PartNumberRequested"_ba, QByteArray::number(number)}},
                       {}});
    if (!object.inParts)
        return Range{0, object.size, object.size == 0};
    Range range{0, object.pieces[number - 1].size, false};
    for (int i = 0; i < number - 1; ++i)
        range.offset += object.pieces[i].size;
    return range;
}

Reply objectAnswer(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Read);
    if (!bucket)
        return refuse(bucket.error());
    const auto object = objectWanted(call, *bucket);
    if (!object)
        return refuse(object.error());
    const bool onePart = call.query.has("partNumber");
    const auto range = onePart ? partWanted(call, **object) : rangeWanted(call.request, **object);
    if (!range)
        return refuse(range.error());
    Answer answer = describedAnswer(call, **object);
    if (onePart && (*object)->inParts)
        answer.addHeader("x-amz-mp-parts-count"_ba, QByteArray::number((*object)->pieces.size()));
    if (!range->whole) {
        answer.status = 206;
        answer.addHeader("Content-Range"_ba, "bytes " + QByteArray::number(range->offset) + '-'
                                                 + QByteArray::number(range->offset + range->length - 1) + '/'
                                                 + QByteArray::number((*object)->size));
    }
    const bool everything = range->length == (*object)->size;
    if (call.request.header("x-amz-checksum-mode").compare("ENABLED", Qt::CaseInsensitive) == 0 && everything)
        addChecksum(answer, (*object)->checksum);
    if (!addBody(answer, call, *bucket, **object, *range))
        return refuse(noSuchKey(call.address.key)); // deleted a moment ago
    return answer;
}

} // namespace

Reply getObject(const Call &call)
{
    return objectAnswer(call);
}

Reply headObject(const Call &call)
{
    return objectAnswer(call);
}

} // namespace braketeer::sandbox::s3
