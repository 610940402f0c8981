#include "aws/endpoints/partitions.h"

#include <QLatin1StringView>

namespace braketeer::aws {
namespace {

// Source: partitions.json and the endpoint rule set of IAM in botocore 1.43. The last row takes what no other did.
constexpr Partition partitions[] = {
    {.name = "aws-cn",
     .regionPrefix = "cn-",
     .globalRegion = "aws-cn-global",
     .dnsSuffix = "amazonaws.com.cn",
     .dualStackSuffix = "api.amazonwebservices.com.cn",
     .s3Fips = false,
     .iamRegion = "cn-north-1",
     .iamHost = "iam.cn-north-1.amazonaws.com.cn",
     .iamFipsHost = nullptr,
     .iamDualStackHost = "iam.global.api.amazonwebservices.com.cn",
     .iamFipsDualStackHost = nullptr},
    {.name = "aws-us-gov",
     .regionPrefix = "us-gov-",
     .globalRegion = "aws-us-gov-global",
     .dnsSuffix = "amazonaws.com",
     .dualStackSuffix = "api.aws",
     .s3Fips = true,
     .iamRegion = "us-gov-west-1",
     .iamHost = "iam.us-gov.amazonaws.com",
     .iamFipsHost = "iam.us-gov.amazonaws.com",
     .iamDualStackHost = "iam.us-gov.api.aws",
     .iamFipsDualStackHost = "iam.us-gov.api.aws"},
    {.name = "aws-eusc",
     .regionPrefix = "eusc-",
     .globalRegion = "aws-eusc-global",
     .dnsSuffix = "amazonaws.eu",
     .dualStackSuffix = "api.amazonwebservices.eu",
     .s3Fips = true,
     .iamRegion = "eusc-de-east-1",
     .iamHost = "iam.eusc-de-east-1.amazonaws.eu",
     .iamFipsHost = nullptr,
     .iamDualStackHost = nullptr,
     .iamFipsDualStackHost = nullptr},
    {.name = "aws-iso",
     .regionPrefix = "us-iso-",
     .globalRegion = "aws-iso-global",
     .dnsSuffix = "c2s.ic.gov",
     .dualStackSuffix = "api.aws.ic.gov",
     .s3Fips = true,
     .iamRegion = "us-iso-east-1",
     .iamHost = "iam.us-iso-east-1.c2s.ic.gov",
     .iamFipsHost = "iam-fips.us-iso-east-1.c2s.ic.gov",
     .iamDualStackHost = nullptr,
     .iamFipsDualStackHost = nullptr},
    {.name = "aws-iso-b",
     .regionPrefix = "us-isob-",
     .globalRegion = "aws-iso-b-global",
     .dnsSuffix = "sc2s.sgov.gov",
     .dualStackSuffix = "api.aws.scloud",
     .s3Fips = true,
     .iamRegion = "us-isob-east-1",
     .iamHost = "iam.us-isob-east-1.sc2s.sgov.gov",
     .iamFipsHost = "iam-fips.us-isob-east-1.sc2s.sgov.gov",
     .iamDualStackHost = nullptr,
     .iamFipsDualStackHost = nullptr},
    {.name = "aws-iso-e",
     .regionPrefix = "eu-isoe-",
     .globalRegion = "aws-iso-e-global",
     .dnsSuffix = "cloud.adc-e.uk",
     .dualStackSuffix = "api.cloud-aws.adc-e.uk",
     .s3Fips = true,
     .iamRegion = "eu-isoe-west-1",
     .iamHost = "iam.eu-isoe-west-1.cloud.adc-e.uk",
     .iamFipsHost = nullptr,
     .iamDualStackHost = nullptr,
     .iamFipsDualStackHost = nullptr},
    {.name = "aws-iso-f",
     .regionPrefix = "us-isof-",
     .globalRegion = "aws-iso-f-global",
     .dnsSuffix = "csp.hci.ic.gov",
     .dualStackSuffix = "api.aws.hci.ic.gov",
     .s3Fips = true,
     .iamRegion = "us-isof-south-1",
     .iamHost = "iam.us-isof-south-1.csp.hci.ic.gov",
     .iamFipsHost = nullptr,
     .iamDualStackHost = nullptr,
     .iamFipsDualStackHost = nullptr},
    {.name = "aws",
     .regionPrefix = "",
     .globalRegion = "aws-global",
     .dnsSuffix = "amazonaws.com",
     .dualStackSuffix = "api.aws",
     .s3Fips = true,
     .iamRegion = "us-east-1",
     .iamHost = "iam.amazonaws.com",
     .iamFipsHost = "iam-fips.amazonaws.com",
     .iamDualStackHost = "iam.global.api.aws",
     .iamFipsDualStackHost = "iam-fips.global.api.aws"},
};

} // namespace

const Partition &partitionOf(QStringView region)
{
    for (const Partition &partition : partitions) {
        if (region.startsWith(QLatin1StringView(partition.regionPrefix))
            || region == QLatin1StringView(partition.globalRegion))
            return partition;
    }
    Q_UNREACHABLE();
}

} // namespace braketeer::aws
