#pragma once

#include "sandbox/s3/call.h"
#include "sandbox/s3/conditions.h"
#include "sandbox/s3/payload.h"

namespace braketeer::sandbox::s3 {

/// An object as the headers of a request describe it: its metadata, content type, storage class and tags. Fails with
/// InvalidStorageClass, MetadataTooLarge.
Outcome<Object> describedObject(const Call &call);

/// A body that has come in whole and was proven.
struct Stored
{
    std::unique_ptr<NewBlob> blob; ///< to be kept by whoever uses it
    Received received;
};

/// The body of a request in a file. Fails as receive() does.
Outcome<Stored> storeBody(const Call &call, std::optional<Algorithm> wanted = {});

/// Hands on the bytes of an object, or of a part of it, in blocks. Fails with NoSuchKey where a file is gone.
std::optional<Refusal> readBytes(const Call &call, const Bucket &bucket, const Object &object, const Range &range,
                                 const Sink &sink);

/// A part of another object in a file, with its MD5. Fails with NoSuchKey where it is gone.
Outcome<Stored> storeCopy(const Call &call, const Bucket &sourceBucket, const Object &source, const Range &range,
                          std::optional<Algorithm> wanted = {});

/// Refuses what lies below the made-up keys of a bucket.
std::optional<Refusal> checkWritable(const Call &call, const Bucket &bucket, const QByteArray &key);

} // namespace braketeer::sandbox::s3
