#pragma once

#include "aws/http/request.h"
#include "core/s3uri.h"

namespace braketeer::services::s3 {

/// A part of an upload. Parts but the last have at least 5 MiB; numbers go from 1 to 10,000.
struct UploadPartInput
{
    core::S3Uri place;
    QString uploadId;
    int partNumber = 1;
    aws::Headers checksums; ///< "x-amz-checksum-crc32c" and such

    UploadPartInput() = default;
};

/// `PUT ?partNumber=…&uploadId=…`, without the body: parts are large, and sent by a transport of their own.
/// The answer's ETag header names the part when the upload is completed.
aws::Request uploadPartRequest(const UploadPartInput &input);

} // namespace braketeer::services::s3
