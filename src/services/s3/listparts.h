#pragma once

#include "core/s3uri.h"
#include "services/s3/access.h"

#include <QDateTime>
#include <QList>
#include <QMap>

namespace braketeer::services::s3 {

struct ListPartsInput
{
    core::S3Uri place;
    QString uploadId;
    int partNumberMarker = 0; ///< parts after this number
    int maxParts = 0;         ///< 0: the service's own, 1,000

    ListPartsInput() = default;
};

/// A part that the service has.
struct UploadedPart
{
    int number = 0;
    qint64 size = 0;
    QString eTag;
    QDateTime modified;               ///< UTC
    QMap<QString, QString> checksums; ///< "CRC32C" → base64
};

struct ListPartsAnswer
{
    QList<UploadedPart> parts;
    bool truncated = false;
    int nextPartNumberMarker = 0;
};

/// `GET ?uploadId=…`.
aws::Request listPartsRequest(const ListPartsInput &input);
core::Result<ListPartsAnswer> readListParts(const aws::Response &response);

/// One page of the parts. Safe to repeat. NoSuchUpload when the upload was completed or aborted.
[[nodiscard]] core::Task<ListPartsAnswer> listParts(Access access, ListPartsInput input, core::CancelToken cancel = {});

} // namespace braketeer::services::s3
