#pragma once

#include "core/s3uri.h"
#include "services/s3/access.h"

namespace braketeer::services::s3 {

/// `DELETE` of the object.
aws::Request deleteObjectRequest(const core::S3Uri &place);

/// What is not there counts as deleted. Safe to repeat.
[[nodiscard]] core::Task<> deleteObject(Access access, core::S3Uri place, core::CancelToken cancel = {});

} // namespace braketeer::services::s3
