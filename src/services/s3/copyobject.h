#pragma once

#include "core/s3uri.h"
#include "services/s3/access.h"

namespace braketeer::services::s3 {

/// `PUT` of the object `to` with the header x-amz-copy-source. Metadata comes along.
aws::Request copyObjectRequest(const core::S3Uri &from, const core::S3Uri &to);
/// The new ETag. A long copy may answer 200 and then say that it failed: that is a refusal as any other.
core::Result<QString> readCopyObject(const aws::Response &response);

/// The most bytes of one copy. Source: Amazon S3 API Reference, CopyObject.
inline constexpr qint64 mostCopiedBytes = qint64(5) * 1024 * 1024 * 1024;

/// Copies up to 5 GiB inside S3. `headers`: "x-amz-storage-class" and such. Safe to repeat.
[[nodiscard]] core::Task<QString> copyObject(Access access, core::S3Uri from, core::S3Uri to,
                                             core::CancelToken cancel = {}, aws::Headers headers = {});

} // namespace braketeer::services::s3
