#include "flows/storage/address.h"

#include "aws/sigv4/percent.h"
#include "core/arn.h"
#include "services/s3/region.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StorageAddress)
};

tl::unexpected<core::Error> refused(const QString &message, const QString &suggestion = {})
{
    core::Error error;
    error.kind = core::Error::Kind::Usage;
    error.message = message;
    error.suggestion = suggestion.isEmpty()
                           ? Text::tr("Type s3://bucket/key, or paste an https:// address or an ARN of S3.")
                           : suggestion;
    return core::fail(std::move(error));
}

QString decoded(QStringView encoded)
{
    return QString::fromUtf8(aws::percentDecoded(encoded.toUtf8()));
}

/// An address in its parts, of which nothing has been decoded or tidied up: a key may hold anything.
struct WebParts
{
    QString host; ///< lower case, without port
    QString path; ///< as written, begins with '/', or is empty
    QString query;
};

std::optional<WebParts> splitWeb(const QString &text)
{
    static const QRegularExpression form(uR"(\Ahttps?://([^/?#]+)(/[^?#]*)?(?:\?([^#]*))?)"_s,
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QString host = match.captured(1).toLower();
    host = host.sliced(host.lastIndexOf(u'@') + 1);
    static const QRegularExpression port(u":\\d*\\z"_s);
    return WebParts{host.remove(port), match.captured(2), match.captured(3)};
}

QString queryValue(const QString &query, QLatin1StringView name)
{
    for (const QStringView member : QStringView(query).split(u'&')) {
        const qsizetype equals = member.indexOf(u'=');
        if (equals >= 0 && member.first(equals).compare(name, Qt::CaseInsensitive) == 0)
            return decoded(member.sliced(equals + 1));
    }
    return {};
}

/// "/bucket/key" → bucket and key.
core::S3Uri inPath(const QString &path)
{
    const QStringView rest = QStringView(path).sliced(path.startsWith(u'/') ? 1 : 0);
    const qsizetype slash = rest.indexOf(u'/');
    return {decoded(slash < 0 ? rest : rest.first(slash)), slash < 0 ? QString() : decoded(rest.sliced(slash + 1))};
}

/// "https://us-west-2.console.aws.amazon.com/s3/buckets/b?region=us-west-2&prefix=p/" and "…/s3/object/b?prefix=k".
core::Result<Address> fromConsole(const WebParts &web)
{
    static const QRegularExpression form(u"\\A/s3/(?:buckets|object|upload)/([^/?]+)(?:/(.*))?\\z"_s);
    const auto match = form.match(web.path);
    if (!match.hasMatch())
        return refused(Text::tr("This page of the AWS console shows no bucket."));
    Address address;
    address.uri.bucket = decoded(match.captured(1));
    const QString prefix = queryValue(web.query, "prefix"_L1);
    address.uri.key = prefix.isEmpty() ? decoded(match.captured(2)) : prefix;
    address.region = queryValue(web.query, "region"_L1);
    if (address.region.isEmpty() && web.host.endsWith(".console.aws.amazon.com"_L1))
        address.region = web.host.section(u'.', 0, 0);
    if (!services::s3::isRegionName(address.region) || !address.region.contains(u'-'))
        address.region.clear();
    return address;
}

/// The bucket in front of one of S3's own hosts: empty in path style. Null for a host that is none of them.
std::optional<QString> bucketInHost(const QString &host)
{
    static const QRegularExpression form(
        uR"(\A(?:(.+)\.)?s3(?:-accelerate|-fips)?(?:\.dualstack)?(?:[.-][a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?\z)"_s);
    const auto match = form.match(host);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

core::Result<Address> fromWeb(const WebParts &web)
{
    if (web.host.endsWith("console.aws.amazon.com"_L1) || web.host.endsWith("console.amazonaws.cn"_L1))
        return fromConsole(web);
    if (web.host.contains(".s3-accesspoint."_L1) || web.host.contains(".s3-object-lambda."_L1))
        return refused(Text::tr("This is an access point, which cannot be used here."),
                       Text::tr("Name the bucket itself: s3://bucket/key."));
    Address address;
    const std::optional<QString> bucket = bucketInHost(web.host);
    if (bucket && !bucket->isEmpty()) {
        address.uri = {*bucket, decoded(QStringView(web.path).sliced(web.path.isEmpty() ? 0 : 1))};
    } else {
        address.uri = inPath(web.path); // path style, of S3 or of any other server
    }
    address.region = services::s3::regionOfHost(web.host);
    if (address.region.isEmpty()) // "AKID/20260807/us-west-2/s3/aws4_request" of a signed URL
        address.region = queryValue(web.query, "X-Amz-Credential"_L1).section(u'/', 2, 2);
    if (!services::s3::isRegionName(address.region))
        address.region.clear();
    if (address.uri.bucket.isEmpty())
        return refused(Text::tr("The address names no bucket."));
    return address;
}

core::Result<Address> fromArn(const QString &text)
{
    const std::optional<core::Arn> arn = core::Arn::parse(text);
    if (!arn || arn->service != "s3"_L1)
        return refused(Text::tr("This ARN is not one of S3."));
    if (!arn->account.isEmpty() || arn->resource.startsWith("accesspoint"_L1))
        return refused(Text::tr("This is the ARN of an access point, which cannot be used here."),
                       Text::tr("Name the bucket itself: s3://bucket/key."));
    const qsizetype slash = arn->resource.indexOf(u'/');
    return Address{{slash < 0 ? arn->resource : arn->resource.first(slash),
                    slash < 0 ? QString() : arn->resource.sliced(slash + 1)},
                   {}};
}

} // namespace

core::Result<Address> parseAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return refused(Text::tr("There is no address."));
    if (trimmed.startsWith("s3:"_L1, Qt::CaseInsensitive)) {
        if (const auto uri = core::S3Uri::parse(u's' + trimmed.sliced(1)))
            return Address{*uri, {}};
        return refused(Text::tr("“%1” names no bucket.").arg(trimmed.left(80)));
    }
    if (trimmed.startsWith("arn:"_L1, Qt::CaseInsensitive))
        return fromArn(trimmed);
    if (const auto web = splitWeb(trimmed))
        return fromWeb(*web);
    static const QRegularExpression bare(uR"(\A([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?\z)"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = bare.match(trimmed); match.hasMatch())
        return Address{{match.captured(1), match.captured(2)}, {}};
    return refused(Text::tr("“%1” is no address of S3.").arg(trimmed.left(80)));
}

QString webAddress(const core::S3Uri &place, const QString &region)
{
    const QString host = u"s3%1.amazonaws.com%2"_s.arg(region.isEmpty() ? QString() : u'.' + region,
                                                       region.startsWith("cn-"_L1) ? u".cn"_s : QString());
    const QString key = QString::fromLatin1(aws::percentEncoded(place.key.toUtf8(), aws::Slash::Keep));
    if (place.bucket.contains(u'.') || place.bucket != place.bucket.toLower())
        return u"https://%1/%2/%3"_s.arg(host, place.bucket, key);
    return u"https://%1.%2/%3"_s.arg(place.bucket, host, key);
}

QString arnOf(const core::S3Uri &place, const QString &region)
{
    QString partition = u"aws"_s;
    if (region.startsWith("cn-"_L1))
        partition = u"aws-cn"_s;
    else if (region.startsWith("us-gov-"_L1))
        partition = u"aws-us-gov"_s;
    return u"arn:"_s + partition + ":s3:::"_L1 + place.bucket + (place.key.isEmpty() ? QString() : u'/' + place.key);
}

} // namespace braketeer::flows
