#include "aws/endpoints/resolve.h"

#include "aws/endpoints/hostlabel.h"
#include "aws/endpoints/partitions.h"
#include "aws/endpoints/s3.h"
#include "aws/endpoints/services.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Endpoints)
};

tl::unexpected<core::Error> refused(QString sentence)
{
    return core::fail(core::Error::Kind::Usage, std::move(sentence));
}

core::Result<Endpoint> customEndpoint(const ServiceRow &service, const EndpointParameters &p)
{
    if (p.useFips)
        return refused(Text::tr("A custom endpoint cannot be combined with FIPS: switch one of them off."));
    if (p.useDualStack)
        return refused(Text::tr("A custom endpoint cannot be combined with dual stack: switch one of them off."));
    const QUrl url = parseEndpoint(p.endpoint);
    if (!url.isValid())
        return refused(Text::tr("The endpoint “%1” is not an http or https address.").arg(p.endpoint));
    Endpoint endpoint;
    endpoint.url = originOf(url) + url.path(QUrl::FullyEncoded).toLatin1();
    while (endpoint.url.endsWith('/'))
        endpoint.url.chop(1);
    endpoint.signingName = QLatin1StringView(service.signingName);
    endpoint.signingRegion = p.region == "aws-global"_L1 ? u"us-east-1"_s : p.region;
    return endpoint;
}

core::Result<Endpoint> globalIam(const Partition &partition, const EndpointParameters &p)
{
    const char *const host = p.useFips ? (p.useDualStack ? partition.iamFipsDualStackHost : partition.iamFipsHost)
                                       : (p.useDualStack ? partition.iamDualStackHost : partition.iamHost);
    if (!host)
        return refused(Text::tr("IAM has no such endpoint in partition %1: switch FIPS or dual stack off.")
                           .arg(QLatin1StringView(partition.name)));
    Endpoint endpoint;
    endpoint.url = QByteArray("https://") + host;
    endpoint.signingName = u"iam"_s;
    endpoint.signingRegion = QLatin1StringView(partition.iamRegion);
    return endpoint;
}

// The regions that the one STS host of old serves too.
bool usesGlobalSts(const EndpointParameters &p)
{
    static constexpr const char *legacy[] = {"ap-northeast-1", "ap-south-1",   "ap-southeast-1", "ap-southeast-2",
                                             "ca-central-1",   "eu-central-1", "eu-north-1",     "eu-west-1",
                                             "eu-west-2",      "eu-west-3",    "sa-east-1",      "us-east-1",
                                             "us-east-2",      "us-west-1",    "us-west-2"};
    if (p.useFips || p.useDualStack)
        return false;
    if (p.region == "aws-global"_L1)
        return true;
    return p.useGlobalEndpoint && std::any_of(std::begin(legacy), std::end(legacy), [&p](const char *region) {
               return p.region == QLatin1StringView(region);
           });
}

bool hasFipsHost(const ServiceRow &service, const Partition &partition, const EndpointParameters &p)
{
    if (!p.useFips || QByteArrayView(partition.name) != "aws-us-gov")
        return p.useFips;
    return service.govFips == GovFips::OwnHost || (service.govFips == GovFips::PlainHost && p.useDualStack);
}

Endpoint regional(const ServiceRow &service, const Partition &partition, const EndpointParameters &p)
{
    const char *const name = p.useDualStack && service.dualStackHost ? service.dualStackHost : service.host;
    Endpoint endpoint;
    endpoint.url = QByteArray("https://") + name;
    if (hasFipsHost(service, partition, p))
        endpoint.url += "-fips";
    endpoint.url += '.' + p.region.toLatin1() + '.'
                    + (p.useDualStack ? partition.dualStackSuffix : partition.dnsSuffix);
    endpoint.signingName = QLatin1StringView(service.signingName);
    endpoint.signingRegion = p.region;
    return endpoint;
}

} // namespace

core::Result<Endpoint> resolveEndpoint(QStringView name, const EndpointParameters &p)
{
    const ServiceRow *service = findService(name);
    if (!service)
        return refused(Text::tr("“%1” is not a service that has an endpoint here.").arg(name));
    if (name == "s3"_L1)
        return resolveS3(p);
    if (!p.endpoint.isEmpty())
        return customEndpoint(*service, p);
    if (p.region.isEmpty())
        return refused(Text::tr("No region is set: choose one with --region, AWS_REGION or the profile."));
    if (!isHostLabel(p.region))
        return refused(Text::tr("“%1” is no region: its name cannot be part of a host name.").arg(p.region));

    const Partition &partition = partitionOf(p.region);
    if (name == "iam"_L1)
        return globalIam(partition, p);
    if (name == "sts"_L1 && usesGlobalSts(p)) {
        Endpoint endpoint;
        endpoint.url = "https://sts.amazonaws.com"_ba;
        endpoint.signingName = u"sts"_s;
        endpoint.signingRegion = u"us-east-1"_s;
        return endpoint;
    }
    return regional(*service, partition, p);
}

} // namespace braketeer::aws
