#pragma once

#include "aws/endpoints/resolve.h"

namespace braketeer::aws {

/// The S3 part of resolveEndpoint(): virtual-host or path style, by bucket name and endpoint.
/// Ordinary buckets only: no access points, no directory buckets.
core::Result<Endpoint> resolveS3(const EndpointParameters &parameters);

} // namespace braketeer::aws
