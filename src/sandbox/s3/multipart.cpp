#include "sandbox/s3/completion.h"
#include "sandbox/s3/conditions.h"
#include "sandbox/s3/newobject.h"
#include "sandbox/s3/operations.h"
#include "sandbox/s3/partplace.h"
#include "sandbox/s3/xml.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr int mostParts = 10'000;

} // namespace

Outcome<Upload> uploadNamed(const Call &call)
{
    const QByteArray id = call.query.value("uploadId");
    const auto upload = call.store.upload(id);
    if (!upload || upload->bucket != call.address.bucket || upload->object.key != call.address.key)
        return refuse(noSuchUpload(id));
    return *upload;
}

Outcome<PartPlace> partPlace(const Call &call)
{
    const QByteArray text = call.query.value("partNumber");
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < 1 || number > mostParts)
        return refuse(
            invalidArgument(u"Part number must be an integer between 1 and 10000, inclusive"_s, "partNumber", text));
    const auto upload = uploadNamed(call);
    if (!upload)
        return refuse(upload.error());
    return PartPlace{*upload, number};
}

Reply createMultipartUpload(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    if (const auto refusal = checkWritable(call, *bucket, call.address.key))
        return refuse(*refusal);
    const auto object = describedObject(call);
    if (!object)
        return refuse(object.error());
    Upload upload;
    upload.id = QUuid::createUuid().toByteArray(QUuid::Id128);
    upload.bucket = bucket->name;
    upload.object = *object;
    upload.initiatedMs = call.now.toMSecsSinceEpoch();
    const QByteArray algorithm = call.request.header("x-amz-checksum-algorithm");
    upload.algorithm = algorithmNamed(algorithm);
    if (!algorithm.isEmpty() && !upload.algorithm)
        return refuse(invalidRequest(u"Checksum algorithm provided is unsupported."_s));
    const QByteArray type = call.request.header("x-amz-checksum-type");
    upload.composite = type.isEmpty() ? upload.algorithm != Algorithm::Crc64Nvme : type != "FULL_OBJECT";
    if (upload.algorithm && !canCombine(*upload.algorithm, upload.composite))
        return refuse(invalidRequest(u"The %1 checksum type cannot be used with the %2 checksum algorithm."_s.arg(
            upload.composite ? u"COMPOSITE"_s : u"FULL_OBJECT"_s, QString::fromLatin1(nameOf(*upload.algorithm)))));
    call.store.begin(upload);
    Xml xml;
    xml.openRoot("InitiateMultipartUploadResult");
    xml.leaf("Bucket", bucket->name);
    xml.leaf("Key", call.address.key);
    xml.leaf("UploadId", upload.id);
    xml.close("InitiateMultipartUploadResult");
    Answer answer = xmlAnswer(xml.text());
    answer.addHeader("x-amz-server-side-encryption"_ba, "AES256"_ba);
    if (upload.algorithm) {
        answer.addHeader("x-amz-checksum-algorithm"_ba, nameOf(*upload.algorithm));
        answer.addHeader("x-amz-checksum-type"_ba, upload.composite ? "COMPOSITE"_ba : "FULL_OBJECT"_ba);
    }
    return answer;
}

Reply uploadPart(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    const auto place = partPlace(call);
    if (!place)
        return refuse(place.error());
    const auto stored = storeBody(call, place->upload.algorithm);
    if (!stored)
        return refuse(stored.error());
    const auto &checksum = stored->received.checksum;
    if (place->upload.algorithm && checksum && checksum->algorithm != *place->upload.algorithm)
        return refuse(invalidRequest(u"Checksum Type mismatch occurred, expected checksum Type: %1, actual checksum "
                                     u"Type: %2"_s.arg(QString::fromLatin1(nameOf(*place->upload.algorithm).toLower()),
                                                       QString::fromLatin1(nameOf(checksum->algorithm).toLower()))));
    const Part part{
        {stored->blob->name(), stored->received.size, checksum}, stored->received.md5, call.now.toMSecsSinceEpoch()};
    if (!call.store.addPart(place->upload.id, place->number, part))
        return refuse(noSuchUpload(place->upload.id));
    stored->blob->keep();
    Answer answer;
    answer.addHeader("ETag"_ba, quoted(part.eTag));
    answer.addHeader("x-amz-server-side-encryption"_ba, "AES256"_ba);
    if (checksum)
        answer.addHeader(headerOf(checksum->algorithm), checksum->value);
    return answer;
}

Reply completeMultipartUpload(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    const auto document = readDocument(call);
    if (!document)
        return refuse(document.error());
    const auto upload = uploadNamed(call);
    if (!upload)
        return refuse(upload.error());
    auto object = completedObject(call, *upload, *document);
    if (!object)
        return refuse(object.error());
    const auto refusal = call.store.complete(
        *upload, *object, [&call](const Object *current) { return checkWriteConditions(call.request, current); });
    if (refusal)
        return refuse(*refusal);
    Xml xml;
    xml.openRoot("CompleteMultipartUploadResult");
    xml.leaf("Location", "http://" + call.request.header("Host") + call.request.path());
    xml.leaf("Bucket", bucket->name);
    xml.leaf("Key", call.address.key);
    xml.leaf("ETag", quoted(object->eTag));
    if (object->checksum) {
        xml.leaf("Checksum" + nameOf(object->checksum->algorithm), object->checksum->value);
        xml.leaf("ChecksumType", QByteArrayView(object->checksum->composite ? "COMPOSITE" : "FULL_OBJECT"));
    }
    xml.close("CompleteMultipartUploadResult");
    return xmlAnswer(xml.text());
}

Reply abortMultipartUpload(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    const auto upload = uploadNamed(call);
    if (!upload)
        return refuse(upload.error());
    call.store.abort(upload->id);
    Answer answer;
    answer.status = 204;
    return answer;
}

} // namespace braketeer::sandbox::s3
