#pragma once

#include "services/s3/access.h"

#include <chrono>

namespace braketeer::services::s3 {

/// The longest life of a signed URL. Source: Amazon S3 User Guide, "Sharing objects with presigned URLs".
inline constexpr std::chrono::seconds longestLife = std::chrono::hours(7 * 24);

/// A request of this folder as a URL that needs no keys, for `expires` (1 second to longestLife). What the request has
/// as headers must be sent by whoever uses it, but the consent to pay, which becomes part of the query.
/// Touches no network. Fails with Usage, Credentials or Cancelled.
[[nodiscard]] core::Task<QString> presignedUrl(Access access, aws::Request request, std::chrono::seconds expires);

} // namespace braketeer::services::s3
