#pragma once

namespace braketeer::job {

// Source: service model braket-2019-09-01 as of 2026-04-07 (botocore 1.43.11), shape S3Path.
inline constexpr auto s3PathPattern = "(https|s3)://([^/]+)/?(.*)";
inline constexpr int s3PathMaxLength = 1024;

} // namespace braketeer::job
