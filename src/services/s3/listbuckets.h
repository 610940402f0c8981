#pragma once

#include "services/s3/access.h"

#include <QDateTime>
#include <QList>

namespace braketeer::services::s3 {

/// A bucket as ListBuckets tells it.
struct Bucket
{
    QString name;
    QDateTime createdAt; ///< UTC; invalid where it is not told
    QString region;      ///< BucketRegion; empty where it is not told
};

struct ListBucketsAnswer
{
    QList<Bucket> buckets;
    QString continuationToken; ///< empty on the last page
};

/// `GET /`. With `maxBuckets` (0: the service's own) the answer comes in pages and names the regions.
aws::Request listBucketsRequest(int maxBuckets = 0, const QString &continuationToken = {});
core::Result<ListBucketsAnswer> readListBuckets(const aws::Response &response);

/// One page. Safe to repeat. Fails with Service, Network, Tls, Credentials or Cancelled, as all operations here.
[[nodiscard]] core::Task<ListBucketsAnswer> listBuckets(Access access, int maxBuckets = 0,
                                                        QString continuationToken = {}, core::CancelToken cancel = {});

} // namespace braketeer::services::s3
