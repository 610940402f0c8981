#include "sandbox/s3/operations.h"

#include <algorithm>
#include <array>

namespace braketeer::sandbox::s3 {
namespace {

// Those of a kind stand from the special to the general.
constexpr std::array table{
    Operation{"ListBuckets", "GET", Level::Service, nullptr, nullptr, listBuckets},

    Operation{"GetBucketLocation", "GET", Level::Bucket, "location", nullptr, getBucketLocation},
    Operation{"ListObjectsV2", "GET", Level::Bucket, "list-type", nullptr, listObjectsV2},
    Operation{"ListMultipartUploads", "GET", Level::Bucket, "uploads", nullptr, listMultipartUploads},
    Operation{"GetBucketAcl", "GET", Level::Bucket, "acl", nullptr, getBucketAcl},
    Operation{"GetBucketTagging", "GET", Level::Bucket, "tagging", nullptr, bucketSetting},
    Operation{"GetBucketAbac", "GET", Level::Bucket, "abac", nullptr, bucketSetting},
    Operation{"GetBucketVersioning", "GET", Level::Bucket, "versioning", nullptr, bucketSetting},
    Operation{"GetBucketPolicy", "GET", Level::Bucket, "policy", nullptr, bucketSetting},
    Operation{"GetBucketPolicyStatus", "GET", Level::Bucket, "policyStatus", nullptr, bucketSetting},
    Operation{"GetBucketCors", "GET", Level::Bucket, "cors", nullptr, bucketSetting},
    Operation{"GetBucketWebsite", "GET", Level::Bucket, "website", nullptr, bucketSetting},
    Operation{"GetBucketLifecycleConfiguration", "GET", Level::Bucket, "lifecycle", nullptr, bucketSetting},
    Operation{"GetBucketEncryption", "GET", Level::Bucket, "encryption", nullptr, bucketSetting},
    Operation{"GetObjectLockConfiguration", "GET", Level::Bucket, "object-lock", nullptr, bucketSetting},
    Operation{"GetBucketReplication", "GET", Level::Bucket, "replication", nullptr, bucketSetting},
    Operation{"GetBucketRequestPayment", "GET", Level::Bucket, "requestPayment", nullptr, bucketSetting},
    Operation{"GetBucketLogging", "GET", Level::Bucket, "logging", nullptr, bucketSetting},
    Operation{"GetBucketAccelerateConfiguration", "GET", Level::Bucket, "accelerate", nullptr, bucketSetting},
    Operation{"GetPublicAccessBlock", "GET", Level::Bucket, "publicAccessBlock", nullptr, bucketSetting},
    Operation{"GetBucketOwnershipControls", "GET", Level::Bucket, "ownershipControls", nullptr, bucketSetting},
    Operation{"ListObjectVersions", "GET", Level::Bucket, "versions", nullptr, unserved},
    Operation{"ListObjects", "GET", Level::Bucket, nullptr, nullptr, listObjects},
    Operation{"HeadBucket", "HEAD", Level::Bucket, nullptr, nullptr, headBucket},
    Operation{"DeleteObjects", "POST", Level::Bucket, "delete", nullptr, deleteObjects},
    Operation{"PutBucketTagging", "PUT", Level::Bucket, "tagging", nullptr, unserved},
    Operation{"PutBucketVersioning", "PUT", Level::Bucket, "versioning", nullptr, unserved},
    Operation{"PutBucketPolicy", "PUT", Level::Bucket, "policy", nullptr, unserved},
    Operation{"PutBucketCors", "PUT", Level::Bucket, "cors", nullptr, unserved},
    Operation{"PutBucketWebsite", "PUT", Level::Bucket, "website", nullptr, unserved},
    Operation{"PutBucketLifecycleConfiguration", "PUT", Level::Bucket, "lifecycle", nullptr, unserved},
    Operation{"PutBucketEncryption", "PUT", Level::Bucket, "encryption", nullptr, unserved},
    Operation{"PutBucketAcl", "PUT", Level::Bucket, "acl", nullptr, unserved},
    Operation{"CreateBucket", "PUT", Level::Bucket, nullptr, nullptr, createBucket},
    Operation{"DeleteBucketTagging", "DELETE", Level::Bucket, "tagging", nullptr, unserved},
    Operation{"DeleteBucketPolicy", "DELETE", Level::Bucket, "policy", nullptr, unserved},
    Operation{"DeleteBucketCors", "DELETE", Level::Bucket, "cors", nullptr, unserved},
    Operation{"DeleteBucketWebsite", "DELETE", Level::Bucket, "website", nullptr, unserved},
    Operation{"DeleteBucketLifecycle", "DELETE", Level::Bucket, "lifecycle", nullptr, unserved},
    Operation{"DeleteBucket", "DELETE", Level::Bucket, nullptr, nullptr, deleteBucket},

    Operation{"ListParts", "GET", Level::Object, "uploadId", nullptr, listParts},
    Operation{"GetObjectTagging", "GET", Level::Object, "tagging", nullptr, getObjectTagging},
    Operation{"GetObjectAcl", "GET", Level::Object, "acl", nullptr, getObjectAcl},
    Operation{"GetObjectAttributes", "GET", Level::Object, "attributes", nullptr, unserved},
    Operation{"GetObjectTorrent", "GET", Level::Object, "torrent", nullptr, unserved},
    Operation{"GetObjectRetention", "GET", Level::Object, "retention", nullptr, unserved},
    Operation{"GetObjectLegalHold", "GET", Level::Object, "legal-hold", nullptr, unserved},
    Operation{"GetObject", "GET", Level::Object, nullptr, nullptr, getObject},
    Operation{"HeadObject", "HEAD", Level::Object, nullptr, nullptr, headObject},
    Operation{"UploadPartCopy", "PUT", Level::Object, "uploadId", "x-amz-copy-source", uploadPartCopy},
    Operation{"UploadPart", "PUT", Level::Object, "uploadId", nullptr, uploadPart},
    Operation{"PutObjectTagging", "PUT", Level::Object, "tagging", nullptr, putObjectTagging},
    Operation{"PutObjectAcl", "PUT", Level::Object, "acl", nullptr, unserved},
    Operation{"PutObjectRetention", "PUT", Level::Object, "retention", nullptr, unserved},
    Operation{"PutObjectLegalHold", "PUT", Level::Object, "legal-hold", nullptr, unserved},
    Operation{"CopyObject", "PUT", Level::Object, nullptr, "x-amz-copy-source", copyObject},
    Operation{"PutObject", "PUT", Level::Object, nullptr, nullptr, putObject},
    Operation{"CreateMultipartUpload", "POST", Level::Object, "uploads", nullptr, createMultipartUpload},
    Operation{"CompleteMultipartUpload", "POST", Level::Object, "uploadId", nullptr, completeMultipartUpload},
    Operation{"AbortMultipartUpload", "DELETE", Level::Object, "uploadId", nullptr, abortMultipartUpload},
    Operation{"DeleteObjectTagging", "DELETE", Level::Object, "tagging", nullptr, deleteObjectTagging},
    Operation{"DeleteObject", "DELETE", Level::Object, nullptr, nullptr, deleteObject},
};

Level levelOf(const Address &address)
{
    if (address.bucket.isEmpty())
        return Level::Service;
    return address.key.isEmpty() ? Level::Bucket : Level::Object;
}

} // namespace

const Operation *findOperation(const RawRequest &request, const Address &address, const Query &query)
{
    const Level level = levelOf(address);
    const auto found = std::find_if(table.cbegin(), table.cend(), [&](const Operation &operation) {
        return operation.level == level && request.method == operation.method
               && (!operation.parameter || query.has(operation.parameter))
               && (!operation.header || request.hasHeader(operation.header));
    });
    return found == table.cend() ? nullptr : &*found;
}

} // namespace braketeer::sandbox::s3
