#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace braketeer::flows {

/// A bucket of the account.
struct BucketEntry
{
    QString name;
    QString region;      ///< empty: not told with the list; ask bucketRegion()
    QDateTime createdAt; ///< UTC; invalid where a server does not say

    bool operator==(const BucketEntry &) const = default;
};

/// All buckets of the account, in the service's order. Fails with Service (AccessDenied where the identity may not
/// list them: typed addresses work all the same), Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<QList<BucketEntry>> listBuckets(std::shared_ptr<Session> session,
                                                         core::CancelToken cancel = {});

/// The region of a bucket, asked once in a session. Works without any permission on the bucket: S3 names the region in
/// its refusal too. Servers of others often name one region whatever they are asked for (MinIO: us-east-1); one that
/// accepts a signature for the session's region has the bucket there. Fails with Service (NoSuchBucket; AccessDenied
/// where not even the refusal tells it), or as above.
[[nodiscard]] core::Task<QString> bucketRegion(std::shared_ptr<Session> session, QString bucket,
                                               core::CancelToken cancel = {});

/// What the session knows already; empty: not asked yet.
QString knownBucketRegion(const Session &session, const QString &bucket);

/// Makes a bucket in `region` (empty: the session's). A bucket that one owns there already is success.
/// Fails with Usage (a name that no bucket can have), Service (BucketAlreadyExists: somebody else's), or as above.
[[nodiscard]] core::Task<> createBucket(std::shared_ptr<Session> session, QString bucket, QString region = {},
                                        core::CancelToken cancel = {});

} // namespace braketeer::flows
