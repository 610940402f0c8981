#include "flows/storage/terms.h"

#include "services/s3/access.h"

namespace braketeer::flows {

BucketTerms bucketTerms(const Session &session, const QString &bucket)
{
    const services::s3::Terms terms = session.s3().termsOf(bucket);
    if (terms.anonymous)
        return BucketTerms::Unsigned;
    return terms.requesterPays ? BucketTerms::RequesterPays : BucketTerms::Signed;
}

void setBucketTerms(const Session &session, const QString &bucket, BucketTerms terms)
{
    services::s3::Terms wanted;
    wanted.anonymous = terms == BucketTerms::Unsigned;
    wanted.requesterPays = terms == BucketTerms::RequesterPays;
    session.s3().terms->set(bucket, wanted);
}

} // namespace braketeer::flows
