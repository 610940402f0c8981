#pragma once

#include "aws/headers.h"
#include "core/s3uri.h"
#include "services/s3/access.h"

#include <QDateTime>
#include <QMap>

namespace braketeer::services::s3 {

/// What the headers of HeadObject and GetObject say. Absent is empty.
struct ObjectHeaders
{
    qint64 contentLength = -1; ///< bytes of this answer; -1 where it is not told
    qint64 objectSize = -1;    ///< bytes of the whole object: from Content-Range, else contentLength
    QDateTime lastModified;    ///< UTC
    QString eTag;              ///< with its quotation marks
    QString contentType;
    QString contentEncoding;
    QString storageClass;
    QString versionId;
    QString encryption;
    int parts = 0;                    ///< 0 where it is not told
    QMap<QString, QString> checksums; ///< "CRC32C" → base64, with "-N" behind it for a checksum of checksums
    QMap<QString, QString> metadata;  ///< names in lower case
};

ObjectHeaders readObjectHeaders(const aws::Headers &headers);

} // namespace braketeer::services::s3
