#pragma once

#include "core/result.h"
#include "core/s3uri.h"

#include <QString>

namespace braketeer::flows {

/// A place in S3 as a person wrote it, and what the writing says beside it.
struct Address
{
    core::S3Uri uri;
    QString region; ///< empty where it is not told

    bool operator==(const Address &) const = default;
};

/// Reads every way in which a place is written:
/// - `s3://bucket/key`, and `bucket/key` where the bucket's name cannot be anything else
/// - `https://bucket.s3.us-west-2.amazonaws.com/key` and its variants (dual-stack, FIPS, `s3-us-west-2`, accelerated)
/// - `https://s3.us-west-2.amazonaws.com/bucket/key`, and any other host in path style (MinIO and others)
/// - presigned URLs: the signature is dropped, its region is kept
/// - addresses of the AWS console (`…console.aws.amazon.com/s3/buckets/b?prefix=p/`, `…/s3/object/b?prefix=k`)
/// - `arn:aws:s3:::bucket/key`
///
/// A key in a URL is percent-decoded once; in `s3://` and ARN it is raw. Blanks round the text are dropped: a key that
/// ends with one is for core::S3Uri::parse(). Fails with Usage: what it is instead, and what can be typed. Access
/// points are refused by name.
core::Result<Address> parseAddress(const QString &text);

/// `https://bucket.s3.region.amazonaws.com/key` for copying: unsigned, percent-encoded. Path style for a bucket with
/// dots. `region` may be empty: then without one.
QString webAddress(const core::S3Uri &place, const QString &region);

/// `arn:aws:s3:::bucket/key`; the partition follows from the region.
QString arnOf(const core::S3Uri &place, const QString &region);

} // namespace braketeer::flows
