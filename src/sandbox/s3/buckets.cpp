#include "sandbox/s3/documents.h"
#include "sandbox/s3/operations.h"
#include "sandbox/s3/owner.h"
#include "sandbox/s3/xml.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr QByteArrayView classicRegion = "us-east-1"; // its location is empty

Refusal invalidBucketName(const QByteArray &name)
{
    return {400, "InvalidBucketName"_ba, u"The specified bucket is not valid."_s, {{"BucketName"_ba, name}}, {}};
}

Refusal illegalLocation(const QByteArray &location)
{
    const QString which = location.isEmpty() ? u"unspecified"_s : QString::fromUtf8(location);
    return {
        400,
        "IllegalLocationConstraintException"_ba,
        u"The %1 location constraint is incompatible for the region specific endpoint this request was sent to."_s.arg(
            which),
        {},
        {}};
}

Outcome<QByteArray> regionWanted(const Call &call, const QByteArray &location)
{
    static const QRegularExpression form(u"^[a-z]{2}(-[a-z]+)+-[0-9]$"_s);
    const QByteArray &region = call.identity.region;
    if (location.isEmpty() && region == classicRegion)
        return region;
    const QByteArray named = location == "EU" ? "eu-west-1"_ba : location;
    if (named.isEmpty() || (named != region && region != classicRegion))
        return refuse(illegalLocation(location));
    if (!form.match(QString::fromUtf8(named)).hasMatch())
        return refuse({400,
                       "InvalidLocationConstraint"_ba,
                       u"The specified location-constraint is not valid"_s,
                       {{"LocationConstraint"_ba, location}},
                       {}});
    return named;
}

std::optional<Refusal> alreadyThere(const Bucket &bucket, const QByteArray &region)
{
    if (bucket.foreign)
        return Refusal{409,
                       "BucketAlreadyExists"_ba,
                       u"The requested bucket name is not available. The bucket namespace is shared by all users of "
                       u"the system. Please select a different name and try again."_s,
                       {{"BucketName"_ba, bucket.name}},
                       {}};
    if (bucket.region == classicRegion && region == classicRegion)
        return {};
    return Refusal{409,
                   "BucketAlreadyOwnedByYou"_ba,
                   u"Your previous request to create the named bucket succeeded and you already own it."_s,
                   {{"BucketName"_ba, bucket.name}},
                   {}};
}

} // namespace

Reply listBuckets(const Call &call)
{
    if (call.identity.anonymous)
        return refuse(accessDenied());
    const QByteArray prefix = call.query.value("prefix");
    const QByteArray region = call.query.value("bucket-region");
    Xml xml;
    xml.openRoot("ListAllMyBucketsResult");
    appendOwner(xml, "Owner");
    xml.open("Buckets");
    for (const Bucket &bucket : call.store.buckets()) {
        if (bucket.foreign || !bucket.name.startsWith(prefix) || (!region.isEmpty() && region != bucket.region))
            continue;
        xml.open("Bucket");
        xml.leaf("Name", bucket.name);
        xml.leaf("CreationDate", xmlTime(bucket.createdMs));
        xml.leaf("BucketRegion", bucket.region);
        xml.close("Bucket");
    }
    xml.close("Buckets");
    xml.close("ListAllMyBucketsResult");
    return xmlAnswer(xml.text());
}

Reply createBucket(const Call &call)
{
    if (call.identity.anonymous)
        return refuse(accessDenied());
    const auto document = readDocument(call);
    if (!document)
        return refuse(document.error());
    if (!isBucketName(call.address.bucket))
        return refuse(invalidBucketName(call.address.bucket));
    const auto location = readLocation(*document);
    if (!location)
        return refuse(location.error());
    const auto region = regionWanted(call, *location);
    if (!region)
        return refuse(region.error());
    Bucket bucket;
    bucket.name = call.address.bucket;
    bucket.region = *region;
    bucket.createdMs = call.now.toMSecsSinceEpoch();
    if (!call.store.addBucket(bucket))
        if (const auto known = call.store.bucket(bucket.name))
            if (const auto refusal = alreadyThere(*known, *region))
                return refuse(*refusal);
    Answer answer;
    answer.addHeader("Location"_ba, '/' + bucket.name);
    return answer;
}

Reply deleteBucket(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    const bool many = manyKeysOf(call, *bucket).count() > 0;
    if (many || !call.store.removeBucket(bucket->name))
        return refuse({409,
                       "BucketNotEmpty"_ba,
                       u"The bucket you tried to delete is not empty"_s,
                       {{"BucketName"_ba, bucket->name}},
                       {}});
    Answer answer;
    answer.status = 204;
    return answer;
}

Reply headBucket(const Call &call)
{
    const auto bucket = openBucket(call, Wish::List);
    if (!bucket)
        return refuse(bucket.error());
    Answer answer;
    answer.addHeader("x-amz-bucket-region"_ba, bucket->region);
    answer.addHeader("x-amz-access-point-alias"_ba, "false"_ba);
    answer.addHeader("Content-Type"_ba, "application/xml"_ba);
    return answer;
}

Reply getBucketLocation(const Call &call)
{
    const auto bucket = call.store.bucket(call.address.bucket);
    // The one thing that may be asked from anywhere, by path style: it is how clients find the region.
    const bool anywhere = bucket && !bucket->foreign && !call.identity.anonymous && !call.address.virtualHost;
    if (!anywhere)
        if (const auto opened = openBucket(call, Wish::Write); !opened)
            return refuse(opened.error());
    Xml xml;
    xml.append("<LocationConstraint xmlns=\"" + QByteArray(xmlNamespace) + "\">");
    xml.append(bucket->region == classicRegion ? QByteArray() : bucket->region);
    xml.append("</LocationConstraint>");
    return xmlAnswer(xml.text());
}

} // namespace braketeer::sandbox::s3
