#include "services/s3/objectheaders.h"

#include "aws/http/httpdate.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {
namespace {

qint64 number(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 value = text.trimmed().toLongLong(&isNumber);
    return isNumber && value >= 0 ? value : -1;
}

QString text(const aws::Headers &headers, const char *name)
{
    return QString::fromUtf8(aws::headerValue(headers, name));
}

} // namespace

ObjectHeaders readObjectHeaders(const aws::Headers &headers)
{
    ObjectHeaders object;
    object.contentLength = number(aws::headerValue(headers, "content-length"));
    // "bytes 0-99/12345"
    const QByteArray range = aws::headerValue(headers, "content-range");
    object.objectSize = range.isEmpty() ? object.contentLength : number(range.sliced(range.lastIndexOf('/') + 1));
    object.lastModified = aws::parseHttpDate(aws::headerValue(headers, "last-modified")).value_or(QDateTime());
    object.eTag = text(headers, "etag");
    object.contentType = text(headers, "content-type");
    object.contentEncoding = text(headers, "content-encoding");
    object.storageClass = text(headers, "x-amz-storage-class");
    object.versionId = text(headers, "x-amz-version-id");
    object.encryption = text(headers, "x-amz-server-side-encryption");
    object.parts = aws::headerValue(headers, "x-amz-mp-parts-count").toInt();
    for (const auto &[name, value] : headers) {
        const QByteArray lower = name.toLower();
        if (lower.startsWith("x-amz-meta-"))
            object.metadata.insert(QString::fromUtf8(lower.sliced(11)), QString::fromUtf8(value));
        else if (lower.startsWith("x-amz-checksum-") && lower != "x-amz-checksum-type")
            object.checksums.insert(QString::fromLatin1(lower.sliced(15)).toUpper(), QString::fromLatin1(value));
    }
    return object;
}

} // namespace braketeer::services::s3
