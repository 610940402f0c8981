#pragma once

#include "core/s3uri.h"
#include "services/s3/access.h"

namespace braketeer::services::s3 {

/// A part of an upload whose bytes are in another object. Parts but the last have at least 5 MiB, and none has more
/// than 5 GiB; numbers go from 1 to 10,000.
struct UploadPartCopyInput
{
    core::S3Uri from;
    core::S3Uri to;
    QString uploadId;
    int partNumber = 1;
    qint64 offset = 0; ///< of the source
    qint64 length = 0;
    QString ifMatch; ///< ETag of the source; another one fails with PreconditionFailed

    UploadPartCopyInput() = default;
};

/// `PUT ?partNumber=…&uploadId=…` with the headers x-amz-copy-source and x-amz-copy-source-range.
aws::Request uploadPartCopyRequest(const UploadPartCopyInput &input);
/// The part's ETag, which names it when the upload is completed. As with CopyObject, a refusal may come with status
/// 200. Fails with Network where there is none.
core::Result<QString> readUploadPartCopy(const aws::Response &response);

/// Copies a part inside S3. Safe to repeat.
[[nodiscard]] core::Task<QString> uploadPartCopy(Access access, UploadPartCopyInput input,
                                                 core::CancelToken cancel = {});

} // namespace braketeer::services::s3
