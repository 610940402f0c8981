#pragma once

#include "services/s3/getobjecttagging.h"

namespace braketeer::services::s3 {

/// `GET ?tagging` of the bucket. The answer is read as that of an object: see readGetObjectTagging().
aws::Request getBucketTaggingRequest(const QString &bucket);

/// Empty where the bucket has no tags, which S3 answers by NoSuchTagSet. Needs s3:GetBucketTagging. Safe to repeat.
[[nodiscard]] core::Task<ObjectTags> getBucketTagging(Access access, QString bucket, core::CancelToken cancel = {});

} // namespace braketeer::services::s3
