#pragma once

#include "core/s3uri.h"
#include "services/s3/access.h"

namespace braketeer::services::s3 {

/// `DELETE ?uploadId=…`.
aws::Request abortMultipartUploadRequest(const core::S3Uri &place, const QString &uploadId);

/// Throws the parts away. Safe to repeat; NoSuchUpload when it is gone already.
[[nodiscard]] core::Task<> abortMultipartUpload(Access access, core::S3Uri place, QString uploadId,
                                                core::CancelToken cancel = {});

} // namespace braketeer::services::s3
