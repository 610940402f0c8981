#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace braketeer::aws {

/// What decides where a request goes. Empty and false mean "not set".
struct EndpointParameters
{
    QString region; ///< "us-west-2"
    bool useFips = false;
    bool useDualStack = false;
    QString endpoint;               ///< custom endpoint: a whole URL, used as it stands
    bool useGlobalEndpoint = false; ///< legacy switch of STS and S3

    // S3 only
    QString bucket;
    bool forcePathStyle = false;
    bool accelerate = false;
};

/// Where to send, and the scope to sign for.
struct Endpoint
{
    QByteArray url;                     ///< base URL without a trailing slash; S3: with the bucket, encoded
    QString signingName;                ///< "braket", "awsssoportal"
    QString signingRegion;              ///< empty where neither the caller nor the rules name one
    bool disableDoubleEncoding = false; ///< S3: the path is encoded once when signing
};

/// Finds the endpoint of a service ("braket", "s3", "sts", "sso", "sso-oidc", "logs", "kms", "ecr", "iam",
/// "service-quotas", "pricing", "monitoring").
///
/// Pure: no network, no environment. Fails with Usage: no region, a region that is no host label, a combination that
/// the service does not offer (FIPS or dual stack with a custom endpoint, FIPS in China for S3 …).
/// Source: endpoint rule sets of botocore 1.43; cases in tests/data/suites/endpoints.
core::Result<Endpoint> resolveEndpoint(QStringView service, const EndpointParameters &parameters);

} // namespace braketeer::aws
