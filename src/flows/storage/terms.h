#pragma once

#include "flows/session.h"

#include <QString>

namespace braketeer::flows {

/// How one bucket is asked, where that is another way than the session's own. Concerns everything that the session does
/// there: lists, reads, transfers, signed URLs.
enum class BucketTerms {
    Signed,        ///< as the session has it: with its keys, and its owner pays
    RequesterPays, ///< with its keys, whose account agrees to pay for requests and downloads
    Unsigned,      ///< without any keys, as everybody may: public buckets
};

/// As setBucketTerms() or the session's options left it.
BucketTerms bucketTerms(const Session &session, const QString &bucket);

/// From the next request on. Not kept beyond the session.
void setBucketTerms(const Session &session, const QString &bucket, BucketTerms terms);

} // namespace braketeer::flows
