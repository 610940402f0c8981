#include "aws/endpoints/services.h"

#include <QLatin1StringView>

namespace braketeer::aws {
namespace {

// Source: endpoint rule sets and service models of botocore 1.43.
constexpr ServiceRow services[] = {
    {.name = "braket", .signingName = "braket", .host = "braket"},
    {.name = "s3", .signingName = "s3", .host = "s3"},
    {.name = "sts", .signingName = "sts", .host = "sts", .govFips = GovFips::PlainHost},
    {.name = "sso", .signingName = "awsssoportal", .host = "portal.sso", .govFips = GovFips::PlainHost},
    {.name = "sso-oidc", .signingName = "sso-oauth", .host = "oidc", .govFips = GovFips::PlainHost},
    {.name = "logs", .signingName = "logs", .host = "logs", .govFips = GovFips::PlainHost},
    {.name = "kms", .signingName = "kms", .host = "kms"},
    {.name = "ecr", .signingName = "ecr", .host = "api.ecr", .dualStackHost = "ecr"},
    {.name = "iam", .signingName = "iam", .host = "iam"},
    {.name = "service-quotas", .signingName = "servicequotas", .host = "servicequotas", .govFips = GovFips::PlainHost},
    {.name = "pricing", .signingName = "pricing", .host = "api.pricing"},
    {.name = "monitoring", .signingName = "monitoring", .host = "monitoring", .govFips = GovFips::AlwaysPlainHost},
};

} // namespace

const ServiceRow *findService(QStringView name)
{
    for (const ServiceRow &service : services) {
        if (name == QLatin1StringView(service.name))
            return &service;
    }
    return nullptr;
}

} // namespace braketeer::aws
