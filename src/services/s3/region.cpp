#include "services/s3/region.h"

#include "services/s3/xmlanswer.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::services::s3 {
namespace {

QString inMessage(const QString &message)
{
    // "the region 'us-east-1' is wrong; expecting 'eu-west-1'", and of a bucket that is to be made: "The eu-west-1
    // location constraint is incompatible for the region specific endpoint this request was sent to."
    static const QRegularExpression expecting(u"expecting '([a-z0-9-]+)'"_s);
    const auto match = expecting.match(message);
    return match.hasMatch() ? match.captured(1) : QString();
}

} // namespace

bool isRegionName(QStringView region)
{
    const auto fits = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'; };
    return !region.isEmpty() && region.size() <= 63 && std::all_of(region.begin(), region.end(), fits)
           && !region.startsWith(u'-') && !region.endsWith(u'-');
}

QString regionOfConstraint(const QString &constraint)
{
    if (constraint.isEmpty() || constraint == "US"_L1)
        return u"us-east-1"_s;
    return constraint == "EU"_L1 ? u"eu-west-1"_s : constraint;
}

QString regionOfHost(QStringView host)
{
    static const QRegularExpression known(uR"((?:\A|\.)s3(?:-fips)?(?:\.dualstack)?[.-]([a-z0-9-]+)\.amazonaws\.com)"_s
                                          uR"((?:\.cn)?(?::\d+)?\z)"_s);
    const auto match = known.match(host.toString().toLower());
    if (!match.hasMatch())
        return {};
    const QString region = match.captured(1);
    if (region == "external-1"_L1)
        return u"us-east-1"_s; // an old name of it
    return region.count(u'-') >= 2 && isRegionName(region) ? region : QString();
}

QString regionOf(const aws::Refusal &refusal)
{
    QString region = QString::fromLatin1(aws::headerValue(refusal.headers, "x-amz-bucket-region")).trimmed();
    if (isRegionName(region))
        return region;
    if (const auto error = readXmlAnswer(refusal.body)) {
        region = error->text(u"Region");
        if (isRegionName(region))
            return region;
        region = regionOfHost(error->text(u"Endpoint"));
        if (!region.isEmpty())
            return region;
        region = inMessage(error->text(u"Message"));
        if (isRegionName(region))
            return region;
    }
    const QByteArray location = aws::headerValue(refusal.headers, "location");
    return regionOfHost(QUrl::fromEncoded(location).host());
}

bool isElsewhere(const core::Error &error)
{
    switch (error.httpStatus) {
    case 301:
    case 302:
    case 307:
    case 308:
        return true;
    case 400:
        return error.serviceCode.isEmpty() || error.serviceCode == "AuthorizationHeaderMalformed"_L1
               || error.serviceCode == "IllegalLocationConstraintException"_L1;
    case 403:
        return error.serviceCode.isEmpty();
    default:
        return false;
    }
}

} // namespace braketeer::services::s3
