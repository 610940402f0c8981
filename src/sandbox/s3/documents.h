#pragma once

#include "sandbox/s3/refusal.h"

namespace braketeer::sandbox::s3 {

// The XML documents that operations take in the bodies of requests, as values. All fail with MalformedXML.
// Source: Amazon S3 API Reference, the operations' "Request Syntax".

/// `Delete`, of DeleteObjects.
struct Deletion
{
    QList<QByteArray> keys; ///< 1 to 1,000
    bool quiet = false;
};

Outcome<Deletion> readDeletion(const QByteArray &document);

/// One of the parts in `CompleteMultipartUpload`.
struct NamedPart
{
    int number = 0;       ///< as it stands there; 0 where it is none
    QByteArray eTag;      ///< without quotation marks
    HeaderList checksums; ///< "ChecksumCRC32C" and its value
};

/// In ascending order, at least one; else it fails with InvalidPartOrder.
Outcome<QList<NamedPart>> readParts(const QByteArray &document);

/// `CreateBucketConfiguration`: the location constraint. Empty where it names none; no document at all is allowed too.
Outcome<QByteArray> readLocation(const QByteArray &document);

/// `Tagging`: "a=b&c=d", percent-encoded.
Outcome<QByteArray> readTags(const QByteArray &document);

} // namespace braketeer::sandbox::s3
