#pragma once

#include "sandbox/s3/store.h"

namespace braketeer::sandbox::s3 {

/// Another writer, simulated: the first byte of an object becomes a different one, and its ETag changes with it.
/// Nothing happens where there is no such object, or it is empty.
void changeBytes(Store &store, const QByteArray &bucket, const QByteArray &key);

/// All bytes of an object; empty where there is none.
std::optional<QByteArray> bytesOf(Store &store, const QByteArray &bucket, const QByteArray &key);

} // namespace braketeer::sandbox::s3
