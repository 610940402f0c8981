#pragma once

#include "core/result.h"
#include "services/s3/listedobjects.h"

namespace braketeer::services::s3 {

/// Reads any ListObjectsV2 answer that is valid XML. Elements that are not known are passed over; of those that stand
/// twice the first counts; an object without a key is left out.
///
/// Fails with Network: cut off, no XML, not UTF-8, another answer, too deep or with too many entries, with a document
/// type (an attacker's entities).
core::Result<ListedObjects> readListingXml(const QByteArray &answer);

} // namespace braketeer::services::s3
