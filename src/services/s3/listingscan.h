#pragma once

#include "services/s3/listedobjects.h"

#include <optional>

namespace braketeer::services::s3 {

/// Reads a ListObjectsV2 answer of the shape that S3 and its likes send, in one pass over the bytes: plain elements,
/// no attributes but the root's xmlns, ASCII text with the five named entities at most.
///
/// Null for everything else, however valid: then scanning gave up, and the answer is for readListingXml(). What it does
/// read is exactly what readListingXml() would have read (a fuzzer compares them). About 15 times as fast.
std::optional<ListedObjects> scanListing(QByteArray answer);

/// The continuation token of an answer without reading it: it stands before or behind all keys. Only a hint to ask for
/// the next page early; empty where it is not seen at once.
QByteArray peekNextToken(QByteArrayView answer);

} // namespace braketeer::services::s3
