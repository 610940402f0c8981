#include "flows/minis3.h"

#include "aws/bulk/digest.h"

#include <QCryptographicHash>

namespace braketeer::tests {
namespace {

constexpr char lastModified[] = "Last-Modified: Fri, 02 Jan 2026 03:04:05 GMT\r\n";

QByteArray quotedMd5(const QByteArray &bytes)
{
    return '"' + QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex() + '"';
}

ScriptedServer::Reply xml(const QByteArray &body, const QByteArray &headers = {})
{
    return ScriptedServer::status("200 OK", "<?xml version=\"1.0\"?>" + body, headers);
}

QByteArray targetOf(const QByteArray &request)
{
    return request.split(' ').value(1);
}

} // namespace

MiniS3::MiniS3()
{
    server.answer = [this](const QByteArray &request) {
        if (fault) {
            if (const auto reply = fault(request))
                return *reply;
        }
        return answer(request);
    };
}

int MiniS3::count(const QByteArray &beginning) const
{
    return int(std::count_if(server.requests.begin(), server.requests.end(),
                             [&](const QByteArray &request) { return request.startsWith(beginning); }));
}

void MiniS3::put(const QByteArray &target, const QByteArray &body)
{
    objects.insert(target, {body, quotedMd5(body), {}, 0});
}

ScriptedServer::Reply MiniS3::refusal(const QByteArray &status, const QByteArray &code, const QByteArray &headers)
{
    return ScriptedServer::status(status, "<Error><Code>" + code + "</Code><Message>because</Message></Error>",
                                  headers);
}

QByteArray MiniS3::member(const QByteArray &request, const QByteArray &name)
{
    for (const QByteArray &pair : targetOf(request).split('?').value(1).split('&')) {
        if (pair == name || pair.startsWith(name + '='))
            return QByteArray::fromPercentEncoding(pair.mid(name.size() + 1));
    }
    return {};
}

ScriptedServer::Reply MiniS3::answer(const QByteArray &request)
{
    const QByteArray target = targetOf(request).split('?').first();
    const QByteArray query = targetOf(request).split('?').value(1);
    const QByteArray id = member(request, "uploadId");
    if (!id.isEmpty() && !uploads.contains(id))
        return refusal("404 Not Found", "NoSuchUpload");
    if (request.startsWith("PUT"))
        return id.isEmpty() ? write(request, target) : writePart(request, id);
    if (request.startsWith("POST") && !id.isEmpty())
        return complete(request, target, id);
    if (request.startsWith("POST")) {
        const QByteArray fresh = "upload/" + QByteArray::number(++m_lastId) + "+=";
        uploads.insert(fresh, {target, {}});
        return xml("<InitiateMultipartUploadResult><UploadId>" + fresh + "</UploadId></InitiateMultipartUploadResult>");
    }
    if (request.startsWith("DELETE")) {
        uploads.remove(id);
        return {"HTTP/1.1 204 No Content\r\n\r\n"};
    }
    if (!id.isEmpty())
        return listParts(id);
    if (query.contains("uploads"))
        return listUploads(target);
    return read(request, target);
}

ScriptedServer::Reply MiniS3::read(const QByteArray &request, const QByteArray &target) const
{
    const bool head = request.startsWith("HEAD");
    const auto found = objects.constFind(target);
    if (found == objects.cend())
        return head ? ScriptedServer::Reply{"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"}
                    : refusal("404 Not Found", "NoSuchKey");
    const QByteArray wanted = ScriptedServer::header(request, "if-match");
    if (!wanted.isEmpty() && wanted != found->eTag)
        return refusal("412 Precondition Failed", "PreconditionFailed");
    QByteArray headers = "ETag: " + found->eTag + "\r\n" + lastModified;
    if (ScriptedServer::header(request, "x-amz-checksum-mode") == "ENABLED") {
        for (auto checksum = found->headers.begin(); checksum != found->headers.end(); ++checksum)
            headers += checksum.key() + ": " + checksum.value() + "\r\n";
    }
    if (head) {
        const qint64 size = member(request, "partNumber") == "1" && found->partSize > 0
                                ? std::min(found->partSize, qint64(found->body.size()))
                                : qint64(found->body.size());
        return {"HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(size) + "\r\n" + headers + "\r\n"};
    }
    const auto range = ScriptedServer::header(request, "range").mid(6).split('-');
    const qint64 from = range.value(0).toLongLong();
    const qint64 to = range.value(1).toLongLong();
    headers += "Content-Range: bytes " + QByteArray::number(from) + '-' + QByteArray::number(to) + '/'
               + QByteArray::number(found->body.size()) + "\r\n";
    return ScriptedServer::status("206 Partial Content", found->body.mid(from, to - from + 1), headers);
}

MiniS3::Object MiniS3::stored(const QByteArray &request) const
{
    Object object{ScriptedServer::body(request), {}, {}, 0};
    object.eTag = quotedMd5(object.body);
    const QByteArray checksum = ScriptedServer::header(request, "x-amz-checksum-crc32c");
    if (keepsChecksums && !checksum.isEmpty())
        object.headers.insert("x-amz-checksum-crc32c", checksum);
    return object;
}

ScriptedServer::Reply MiniS3::write(const QByteArray &request, const QByteArray &target)
{
    const Object object = stored(request);
    objects.insert(target, object);
    const QByteArray checksum = object.headers.value("x-amz-checksum-crc32c");
    return ScriptedServer::status("200 OK", {},
                                  "ETag: " + object.eTag + "\r\n"
                                      + (checksum.isEmpty() ? "" : "x-amz-checksum-crc32c: " + checksum + "\r\n"));
}

ScriptedServer::Reply MiniS3::writePart(const QByteArray &request, const QByteArray &id)
{
    const Object part = stored(request);
    uploads[id].parts.insert(member(request, "partNumber").toInt(), part);
    const QByteArray checksum = part.headers.value("x-amz-checksum-crc32c");
    return ScriptedServer::status("200 OK", {},
                                  "ETag: " + part.eTag + "\r\n"
                                      + (checksum.isEmpty() ? "" : "x-amz-checksum-crc32c: " + checksum + "\r\n"));
}

ScriptedServer::Reply MiniS3::complete(const QByteArray &request, const QByteArray &target, const QByteArray &id)
{
    const Upload upload = uploads.take(id);
    Object object;
    QCryptographicHash eTags(QCryptographicHash::Md5);
    aws::RunningDigest checksums(aws::BulkDigest::Crc32c);
    int number = 0;
    for (auto part = upload.parts.begin(); part != upload.parts.end(); ++part) {
        if (part.key() != ++number
            || !ScriptedServer::body(request).contains("<PartNumber>" + QByteArray::number(number)))
            return refusal("400 Bad Request", "InvalidPart");
        object.body += part->body;
        object.partSize = std::max(object.partSize, qint64(part->body.size()));
        eTags.addData(QByteArray::fromHex(part->eTag.mid(1, 32)));
        checksums.add(QByteArray::fromBase64(part->headers.value("x-amz-checksum-crc32c")));
    }
    const QByteArray count = '-' + QByteArray::number(number);
    object.eTag = '"' + eTags.result().toHex() + count + '"';
    if (keepsChecksums)
        object.headers.insert("x-amz-checksum-crc32c", checksums.result().toBase64() + count);
    objects.insert(target, object);
    return xml("<CompleteMultipartUploadResult><ETag>" + object.eTag + "</ETag>"
               + (keepsChecksums
                      ? "<ChecksumCRC32C>" + object.headers.value("x-amz-checksum-crc32c") + "</ChecksumCRC32C>"
                      : "")
               + "</CompleteMultipartUploadResult>");
}

ScriptedServer::Reply MiniS3::listParts(const QByteArray &id) const
{
    QByteArray body = "<ListPartsResult><IsTruncated>false</IsTruncated>";
    const Upload upload = uploads.value(id);
    for (auto part = upload.parts.begin(); part != upload.parts.end(); ++part) {
        body += "<Part><PartNumber>" + QByteArray::number(part.key()) + "</PartNumber><Size>"
                + QByteArray::number(part->body.size()) + "</Size><ETag>" + part->eTag + "</ETag>";
        if (keepsChecksums)
            body += "<ChecksumCRC32C>" + part->headers.value("x-amz-checksum-crc32c") + "</ChecksumCRC32C>";
        body += "</Part>";
    }
    return xml(body + "</ListPartsResult>");
}

ScriptedServer::Reply MiniS3::listUploads(const QByteArray &bucket) const
{
    QByteArray body = "<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>";
    for (auto upload = uploads.begin(); upload != uploads.end(); ++upload)
        body += "<Upload><Key>" + upload->target.mid(bucket.size() + 1) + "</Key><UploadId>" + upload.key()
                + "</UploadId><Initiated>2026-01-02T03:04:05.000Z</Initiated></Upload>";
    return xml(body + "</ListMultipartUploadsResult>");
}

} // namespace braketeer::tests
