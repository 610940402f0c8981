#pragma once

#include "sandbox/s3/store.h"

namespace braketeer::sandbox::s3 {

/// The buckets that a new sandbox has, documented at Sandbox. `region` is that of its default bucket.
void addDemoBuckets(Store &store, const QByteArray &region);

/// Bytes as an object, with ETag and size; false where the disk is full or there is no such bucket.
bool putBytes(Store &store, const QByteArray &bucket, const QByteArray &key, const QByteArray &bytes,
              const QByteArray &contentType, qint64 modifiedMs);

} // namespace braketeer::sandbox::s3
