#pragma once

#include "sandbox/s3/call.h"

namespace braketeer::sandbox::s3 {

/// What a request addresses.
enum class Level { Service, Bucket, Object };

/// One row = one operation of S3: adding one means a row and its function. The first row that fits is the one.
struct Operation
{
    const char *name;
    const char *method;
    Level level;
    const char *parameter; ///< that the query has; null: any
    const char *header;    ///< that the request has; null: any
    Reply (*carryOut)(const Call &call);
};

/// Null where there is none.
const Operation *findOperation(const RawRequest &request, const Address &address, const Query &query);

Reply listBuckets(const Call &call); ///< buckets.cpp
Reply createBucket(const Call &call);
Reply deleteBucket(const Call &call);
Reply headBucket(const Call &call);
Reply getBucketLocation(const Call &call);
Reply listObjects(const Call &call); ///< listobjects.cpp
Reply listObjectsV2(const Call &call);
Reply getObject(const Call &call); ///< getobject.cpp
Reply headObject(const Call &call);
Reply putObject(const Call &call);  ///< putobject.cpp
Reply copyObject(const Call &call); ///< copyobject.cpp
Reply uploadPartCopy(const Call &call);
Reply deleteObject(const Call &call); ///< deleteobjects.cpp
Reply deleteObjects(const Call &call);
Reply createMultipartUpload(const Call &call); ///< multipart.cpp
Reply uploadPart(const Call &call);
Reply completeMultipartUpload(const Call &call);
Reply abortMultipartUpload(const Call &call);
Reply listParts(const Call &call); ///< listuploads.cpp
Reply listMultipartUploads(const Call &call);
Reply getObjectTagging(const Call &call); ///< tagging.cpp
Reply putObjectTagging(const Call &call);
Reply deleteObjectTagging(const Call &call);
Reply getObjectAcl(const Call &call); ///< acl.cpp
Reply getBucketAcl(const Call &call);
Reply bucketSetting(const Call &call); ///< bucketsettings.cpp
Reply unserved(const Call &call);

} // namespace braketeer::sandbox::s3
