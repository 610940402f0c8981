#pragma once

namespace braketeer::aws {

/// Where the bucket's name stands: in the host ("bucket.s3.us-west-2.amazonaws.com") or in the path.
enum class S3Addressing {
    Automatic, ///< in the host for AWS where the name can be one, in the path for custom endpoints, as in botocore
    Path,
    Virtual,
};

} // namespace braketeer::aws
