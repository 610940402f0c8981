#pragma once

#include <QString>

namespace braketeer::job::rules {

/// What is wrong with the name of a bucket.
struct BucketVerdict
{
    QString message;      ///< one translated sentence; empty when a bucket can have that name
    bool certain = false; ///< no bucket can have the name; else only an old one could
};

/// Judges by the rules for general purpose buckets (Amazon S3 User Guide, "Bucket naming rules"). Buckets made in
/// us-east-1 before March 2018 may be longer and have upper case and underscores; so may those of an unknown region
/// ("").
BucketVerdict judgeBucketName(const QString &bucket, const QString &region);

} // namespace braketeer::job::rules
