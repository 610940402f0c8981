#include "sandbox/s3/operations.h"
#include "sandbox/s3/owner.h"
#include "sandbox/s3/partplace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr int largestPage = 1000;

int limitIn(const Call &call, QByteArrayView parameter)
{
    bool isNumber = false;
    const int limit = call.query.value(parameter).toInt(&isNumber);
    return isNumber && limit > 0 ? std::min(limit, largestPage) : largestPage;
}

QByteArray shown(const Call &call, const QByteArray &key)
{
    return call.query.value("encoding-type") == "url" ? key.toPercentEncoding("/"_ba) : key;
}

void appendPart(Xml &xml, int number, const Part &part)
{
    xml.open("Part");
    xml.number("PartNumber", qint64(number));
    xml.leaf("LastModified", xmlTime(part.modifiedMs));
    xml.leaf("ETag", quoted(part.eTag));
    xml.number("Size", part.piece.size);
    if (part.piece.checksum)
        xml.leaf("Checksum" + nameOf(part.piece.checksum->algorithm), part.piece.checksum->value);
    xml.close("Part");
}

QList<Upload> uploadsWanted(const Call &call)
{
    const QByteArray prefix = call.query.value("prefix");
    const QByteArray keyMarker = call.query.value("key-marker");
    const QByteArray idMarker = call.query.value("upload-id-marker");
    QList<Upload> uploads = call.store.uploads(call.address.bucket);
    uploads.removeIf([&](const Upload &upload) {
        const QByteArray &key = upload.object.key;
        const bool listed = !keyMarker.isEmpty()
                            && (key < keyMarker || (key == keyMarker && (idMarker.isEmpty() || upload.id <= idMarker)));
        return listed || !key.startsWith(prefix);
    });
    std::sort(uploads.begin(), uploads.end(), [](const Upload &a, const Upload &b) {
        return std::pair(a.object.key, a.id) < std::pair(b.object.key, b.id);
    });
    return uploads;
}

void appendUpload(Xml &xml, const Call &call, const Upload &upload)
{
    xml.open("Upload");
    xml.leaf("Key", shown(call, upload.object.key));
    xml.leaf("UploadId", upload.id);
    appendOwner(xml, "Initiator");
    appendOwner(xml, "Owner");
    xml.leaf("StorageClass", upload.object.storageClass);
    xml.leaf("Initiated", xmlTime(upload.initiatedMs));
    if (upload.algorithm)
        xml.leaf("ChecksumAlgorithm", nameOf(*upload.algorithm));
    xml.close("Upload");
}

} // namespace

Reply listParts(const Call &call)
{
    const auto bucket = openBucket(call, Wish::Write);
    if (!bucket)
        return refuse(bucket.error());
    const auto upload = uploadNamed(call);
    if (!upload)
        return refuse(upload.error());
    const int marker = call.query.value("part-number-marker").toInt();
    const int limit = limitIn(call, "max-parts");
    Xml parts;
    const qsizetype begin = parts.text().size();
    int count = 0;
    int last = 0;
    auto part = upload->parts.upperBound(marker);
    for (; part != upload->parts.cend() && count < limit; ++part, ++count) {
        appendPart(parts, part.key(), part.value());
        last = part.key();
    }
    Xml xml;
    xml.openRoot("ListPartsResult");
    xml.leaf("Bucket", bucket->name);
    xml.leaf("Key", shown(call, call.address.key));
    xml.leaf("UploadId", upload->id);
    appendOwner(xml, "Initiator");
    appendOwner(xml, "Owner");
    xml.leaf("StorageClass", upload->object.storageClass);
    if (upload->algorithm) {
        xml.leaf("ChecksumAlgorithm", nameOf(*upload->algorithm));
        xml.leaf("ChecksumType", QByteArrayView(upload->composite ? "COMPOSITE" : "FULL_OBJECT"));
    }
    xml.number("PartNumberMarker", qint64(marker));
    xml.number("NextPartNumberMarker", qint64(last));
    xml.number("MaxParts", qint64(limit));
    xml.flag("IsTruncated", part != upload->parts.cend());
    xml.append(parts.text().sliced(begin));
    xml.close("ListPartsResult");
    return xmlAnswer(xml.text());
}

Reply listMultipartUploads(const Call &call)
{
    const auto bucket = openBucket(call, Wish::List);
    if (!bucket)
        return refuse(bucket.error());
    const int limit = limitIn(call, "max-uploads");
    const QList<Upload> all = uploadsWanted(call);
    const QList<Upload> uploads = all.mid(0, limit);
    const bool truncated = all.size() > limit;
    Xml xml;
    xml.openRoot("ListMultipartUploadsResult");
    xml.leaf("Bucket", bucket->name);
    xml.leaf("KeyMarker", shown(call, call.query.value("key-marker")));
    xml.leaf("UploadIdMarker", call.query.value("upload-id-marker"));
    if (truncated) {
        xml.leaf("NextKeyMarker", shown(call, uploads.constLast().object.key));
        xml.leaf("NextUploadIdMarker", uploads.constLast().id);
    }
    xml.leaf("Prefix", shown(call, call.query.value("prefix")));
    if (call.query.value("encoding-type") == "url")
        xml.leaf("EncodingType", QByteArrayView("url"));
    xml.number("MaxUploads", qint64(limit));
    xml.flag("IsTruncated", truncated);
    for (const Upload &upload : uploads)
        appendUpload(xml, call, upload);
    xml.close("ListMultipartUploadsResult");
    return xmlAnswer(xml.text());
}

} // namespace braketeer::sandbox::s3
