#pragma once

#include "aws/http/request.h"
#include "core/canceltoken.h"
#include "core/task.h"

#include <QHash>
#include <QString>

#include <memory>

namespace braketeer::aws {
class Client;
} // namespace braketeer::aws

namespace braketeer::services::s3 {

/// Which bucket is in which region, as far as S3 has said. One thread.
class BucketRegions final
{
public:
    /// Empty: not known.
    QString of(const QString &bucket) const { return m_regions.value(bucket); }

    void learn(const QString &bucket, const QString &region);

private:
    QHash<QString, QString> m_regions;
};

/// How requests to a bucket present themselves.
struct Terms
{
    bool anonymous = false;     ///< nothing is signed: public buckets only
    bool requesterPays = false; ///< agrees to pay for requests and transfer where the owner wants that

    bool operator==(const Terms &) const = default;
};

/// The buckets that somebody wants asked in another way than the rest. One thread.
class BucketTerms final
{
public:
    Terms of(const QString &bucket) const { return m_terms.value(bucket); }

    /// Of requests from now on.
    void set(const QString &bucket, Terms terms);

private:
    QHash<QString, Terms> m_terms;
};

/// What every operation needs: who sends, what is known of the buckets, and on which terms.
struct Access
{
    std::shared_ptr<aws::Client> client;
    std::shared_ptr<BucketRegions> regions;
    std::shared_ptr<BucketTerms> terms = std::make_shared<BucketTerms>();
    bool anonymous = false;     ///< as Terms, for every bucket
    bool requesterPays = false; ///< as Terms, for every bucket

    Access() = default;

    /// What `bucket` is asked with.
    Terms termsOf(const QString &bucket) const;
};

/// The request as `access` wants it: signed for the bucket's region where it is known, anonymous, paid for.
/// Every operation does this by itself; who sends a request on another way (bulk transfers, URLs) calls it.
aws::Request prepared(const Access &access, aws::Request request);

/// Sends a request of this folder's builders. When S3 says that the bucket is in another region, that is remembered and
/// the request goes there. Fails as aws::Client::send().
[[nodiscard]] core::Task<aws::Response> call(Access access, aws::Request request, core::CancelToken cancel);

} // namespace braketeer::services::s3
