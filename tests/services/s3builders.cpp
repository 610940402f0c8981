#include "s3builders.h"

#include "services/s3/abortmultipartupload.h"
#include "services/s3/completemultipartupload.h"
#include "services/s3/createmultipartupload.h"
#include "services/s3/getbucketlocation.h"
#include "services/s3/getobject.h"
#include "services/s3/headbucket.h"
#include "services/s3/headobject.h"
#include "services/s3/listbuckets.h"
#include "services/s3/listobjectsv2.h"
#include "services/s3/listparts.h"
#include "services/s3/putobject.h"

#include <QJsonArray>

using namespace braketeer;
using namespace braketeer::services::s3;
using namespace Qt::StringLiterals;

namespace {

using P = const QJsonObject &;

QString text(P params, QLatin1StringView name)
{
    return params[name].toString();
}

core::S3Uri place(P params)
{
    return {text(params, "Bucket"_L1), text(params, "Key"_L1)};
}

QMap<QString, QString> metadata(P params)
{
    QMap<QString, QString> map;
    const QJsonObject members = params["Metadata"_L1].toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        map.insert(member.key(), member.value().toString());
    return map;
}

aws::Request getObject(P p)
{
    GetObjectInput input(place(p));
    input.range = text(p, "Range"_L1);
    input.ifMatch = text(p, "IfMatch"_L1);
    input.versionId = text(p, "VersionId"_L1);
    input.responseContentType = text(p, "ResponseContentType"_L1);
    input.responseContentDisposition = text(p, "ResponseContentDisposition"_L1);
    return getObjectRequest(input);
}

aws::Request putObject(P p)
{
    PutObjectInput input(place(p));
    input.body = text(p, "Body"_L1).toUtf8();
    input.contentType = text(p, "ContentType"_L1);
    input.metadata = metadata(p);
    input.serverSideEncryption = text(p, "ServerSideEncryption"_L1);
    input.kmsKeyId = text(p, "SSEKMSKeyId"_L1);
    input.tagging = text(p, "Tagging"_L1);
    return putObjectRequest(input);
}

aws::Request listObjects(P p)
{
    ListObjectsInput input;
    input.bucket = text(p, "Bucket"_L1);
    input.prefix = text(p, "Prefix"_L1);
    input.delimiter = text(p, "Delimiter"_L1);
    return listObjectsRequest(input);
}

aws::Request listParts(P p)
{
    ListPartsInput input;
    input.place = place(p);
    input.uploadId = text(p, "UploadId"_L1);
    input.partNumberMarker = p["PartNumberMarker"_L1].toInt();
    input.maxParts = p["MaxParts"_L1].toInt();
    return listPartsRequest(input);
}

aws::Request createUpload(P p)
{
    CreateMultipartUploadInput input(place(p));
    input.contentType = text(p, "ContentType"_L1);
    return createMultipartUploadRequest(input);
}

aws::Request completeUpload(P p)
{
    CompleteMultipartUploadInput input;
    input.place = place(p);
    input.uploadId = text(p, "UploadId"_L1);
    const QJsonArray parts = p["MultipartUpload"_L1]["Parts"_L1].toArray();
    for (const auto &part : parts)
        input.parts.append({part["PartNumber"_L1].toInt(), part["ETag"_L1].toString(), {}});
    return completeMultipartUploadRequest(input);
}

} // namespace

const QHash<QString, aws::Request (*)(const QJsonObject &)> &s3Builders()
{
    static const QHash<QString, aws::Request (*)(const QJsonObject &)> table{
        {u"ListBuckets"_s, [](P) { return listBucketsRequest(); }},
        {u"ListObjectsV2"_s, listObjects},
        {u"HeadBucket"_s, [](P p) { return headBucketRequest(text(p, "Bucket"_L1)); }},
        {u"GetBucketLocation"_s, [](P p) { return getBucketLocationRequest(text(p, "Bucket"_L1)); }},
        {u"HeadObject"_s, [](P p) { return headObjectRequest(HeadObjectInput(place(p))); }},
        {u"GetObject"_s, getObject},
        {u"PutObject"_s, putObject},
        {u"CreateMultipartUpload"_s, createUpload},
        {u"CompleteMultipartUpload"_s, completeUpload},
        {u"AbortMultipartUpload"_s, [](P p) { return abortMultipartUploadRequest(place(p), text(p, "UploadId"_L1)); }},
        {u"ListParts"_s, listParts},
    };
    return table;
}
