#include "aws/endpoints/s3.h"

#include "aws/endpoints/hostlabel.h"
#include "aws/endpoints/partitions.h"
#include "aws/sigv4/percent.h"

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

tl::unexpected<core::Error> refused(const char *text)
{
    return core::fail(core::Error::Kind::Usage, Text::tr(text));
}

// IPv6, which alone has colons, or four numbers: https://smithy.io/2.0/aws/rules-engine/library-functions.html
bool isAddress(const QString &host)
{
    const QStringList parts = host.split(u'.');
    const auto isNumber = [](const QString &part) {
        return !part.isEmpty() && std::ranges::all_of(part, [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    return host.contains(u':') || (parts.size() == 4 && std::ranges::all_of(parts, isNumber));
}

// A bucket whose name can be a host name of its own, in front of the endpoint's.
bool canBeHost(const QString &bucket, bool dots)
{
    return bucket.size() >= 3 && bucket.toLower() == bucket && !isAddress(bucket) && isHostLabel(bucket, dots);
}

bool isGlobal(const EndpointParameters &p)
{
    return p.region == "aws-global"_L1;
}

// "s3-fips.dualstack.us-west-2.amazonaws.com"
QByteArray amazonHost(const EndpointParameters &p, const Partition &partition)
{
    QByteArray host = p.useFips ? "s3-fips"_ba : "s3"_ba;
    if (p.useDualStack)
        host += ".dualstack";
    const bool plain = !p.useFips && !p.useDualStack;
    const bool regionless = plain && (isGlobal(p) || (p.useGlobalEndpoint && p.region == "us-east-1"_L1));
    if (!regionless)
        host += '.' + (isGlobal(p) ? "us-east-1"_ba : p.region.toLatin1());
    return host + '.' + partition.dnsSuffix;
}

QByteArray acceleratedHost(const EndpointParameters &p, const Partition &partition)
{
    QByteArray host = "s3-accelerate";
    if (p.useDualStack)
        host += isGlobal(p) ? ".dualstack.us-east-1" : ".dualstack";
    return host + '.' + partition.dnsSuffix;
}

core::Result<> checkCombination(const EndpointParameters &p, const Partition &partition)
{
    const bool custom = !p.endpoint.isEmpty();
    if (p.region.isEmpty())
        return refused("No region is set: choose the region that the S3 request is for.");
    if (p.accelerate && p.useFips)
        return refused("S3 Accelerate cannot be used with FIPS endpoints: switch one of them off.");
    if (custom && p.useDualStack)
        return refused("A custom S3 endpoint cannot be combined with dual stack: switch one of them off.");
    if (custom && p.useFips)
        return refused("A custom S3 endpoint cannot be combined with FIPS: switch one of them off.");
    if (custom && p.accelerate)
        return refused("A custom S3 endpoint cannot be combined with S3 Accelerate: switch one of them off.");
    if (p.useFips && !partition.s3Fips)
        return refused("S3 has no FIPS endpoints in this partition: switch FIPS off.");
    if (!isHostLabel(p.region, p.bucket.isEmpty()))
        return core::fail(core::Error::Kind::Usage,
                          Text::tr("“%1” is no region: its name cannot be part of a host name.").arg(p.region));
    if (p.accelerate && QByteArrayView(partition.name) == "aws-cn")
        return refused("S3 Accelerate is not offered in China: switch it off.");
    if (p.bucket.startsWith("arn:"_L1))
        return refused("S3 access points are not supported: name the bucket itself.");
    return {};
}

} // namespace

core::Result<Endpoint> resolveS3(const EndpointParameters &p)
{
    const Partition &partition = partitionOf(p.region);
    if (const auto checked = checkCombination(p, partition); !checked)
        return tl::unexpected(checked.error());

    QUrl custom;
    if (!p.endpoint.isEmpty()) {
        custom = parseEndpoint(p.endpoint);
        if (!custom.isValid())
            return core::fail(core::Error::Kind::Usage,
                              Text::tr("The endpoint “%1” is not an http or https address.").arg(p.endpoint));
    }

    Endpoint endpoint;
    endpoint.signingName = u"s3"_s;
    endpoint.signingRegion = isGlobal(p) ? u"us-east-1"_s : p.region;
    endpoint.disableDoubleEncoding = true;

    const bool http = custom.scheme() == "http"_L1;
    const bool dotsAllowed = http && !p.accelerate;
    const bool hosted = !p.bucket.isEmpty() && !p.forcePathStyle && canBeHost(p.bucket, dotsAllowed)
                        && !isAddress(custom.host());
    if (!p.bucket.isEmpty() && !hosted && p.accelerate)
        return refused("S3 Accelerate needs a bucket whose name can be part of a host name, and no path style.");

    if (custom.isValid()) {
        const QByteArray bucketHost = hosted ? p.bucket.toLatin1() + '.' : QByteArray();
        endpoint.url = custom.scheme().toLatin1() + "://" + bucketHost + custom.authority(QUrl::FullyEncoded).toLatin1()
                       + custom.path(QUrl::FullyEncoded).toLatin1();
        while (endpoint.url.endsWith('/'))
            endpoint.url.chop(1);
    } else {
        endpoint.url = "https://" + (hosted ? p.bucket.toLatin1() + '.' : QByteArray())
                       + (p.accelerate ? acceleratedHost(p, partition) : amazonHost(p, partition));
    }
    if (!p.bucket.isEmpty() && !hosted)
        endpoint.url += '/' + percentEncoded(p.bucket.toUtf8());
    return endpoint;
}

} // namespace braketeer::aws
