#pragma once

#include "sandbox/s3/call.h"

namespace braketeer::sandbox::s3 {

/// Whether the checksums of parts become one of the whole in that form: the CRCs either way (CRC-64 only as one of the
/// full object), the hashes only as a hash of hashes. Source: Amazon S3 User Guide, "Checking object integrity".
bool canCombine(Algorithm algorithm, bool composite);

/// The object that the parts of a `CompleteMultipartUpload` document make. Fails with MalformedXML, InvalidPart,
/// InvalidPartOrder, EntityTooSmall (5 MiB but for the last part), BadDigest.
Outcome<Object> completedObject(const Call &call, const Upload &upload, const QByteArray &document);

} // namespace braketeer::sandbox::s3
