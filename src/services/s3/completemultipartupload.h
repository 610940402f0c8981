#pragma once

#include "core/s3uri.h"
#include "services/s3/access.h"

#include <QList>
#include <QMap>

namespace braketeer::services::s3 {

/// A part as it was uploaded.
struct CompletedPart
{
    int number = 1;
    QString eTag;                     ///< as UploadPart answered it
    QMap<QString, QString> checksums; ///< "CRC32C" → base64
};

struct CompleteMultipartUploadInput
{
    core::S3Uri place;
    QString uploadId;
    QList<CompletedPart> parts; ///< by number, ascending
    bool onlyIfAbsent = false;
    aws::Headers checksums; ///< of the whole object: "x-amz-checksum-crc32c", "x-amz-checksum-type"

    CompleteMultipartUploadInput() = default;
};

struct CompleteMultipartUploadAnswer
{
    QString eTag;
    QMap<QString, QString> checksums; ///< "CRC32C" → base64
};

/// `POST ?uploadId=…` with the list of parts.
aws::Request completeMultipartUploadRequest(const CompleteMultipartUploadInput &input);
/// May be a refusal with status 200: S3 sends the status before it has put the parts together.
core::Result<CompleteMultipartUploadAnswer> readCompleteMultipartUpload(const aws::Response &response);

/// Makes the object. Safe to repeat; where an answer was lost, the second may say NoSuchUpload although all is well.
[[nodiscard]] core::Task<CompleteMultipartUploadAnswer> completeMultipartUpload(Access access,
                                                                                CompleteMultipartUploadInput input,
                                                                                core::CancelToken cancel = {});

} // namespace braketeer::services::s3
