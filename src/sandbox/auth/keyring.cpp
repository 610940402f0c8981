#include "sandbox/auth/keyring.h"

#include <openssl/crypto.h>

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

constexpr int allowedSkew = 5 * 60;

using Problem = std::optional<ServiceError>;

ServiceError invalidSignature(const QString &message)
{
    return {403, "InvalidSignatureException"_ba, message};
}

bool sameBytes(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

QString basicFormat(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

Problem checkToken(const KeyPair &key, const RawRequest &request, const QDateTime &now)
{
    if (!sameBytes(key.sessionToken.reveal(), request.header("X-Amz-Security-Token")))
        return ServiceError{403, "UnrecognizedClientException"_ba,
                            u"The security token included in the request is invalid."_s};
    if (key.expiry && now >= *key.expiry)
        return ServiceError{403, "ExpiredTokenException"_ba,
                            u"The security token included in the request is expired"_s};
    return {};
}

Problem checkTime(const QByteArray &signedAt, const Authorization &authorization, const QDateTime &now)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(signedAt), u"yyyyMMdd'T'HHmmss'Z'"_s);
    time.setTimeSpec(Qt::UTC);
    if (!time.isValid())
        return ServiceError{403, "IncompleteSignatureException"_ba,
                            u"Date must be in ISO-8601 'basic format'. Got '%1'."_s.arg(QLatin1StringView(signedAt))};
    if (!signedAt.startsWith(authorization.date) || authorization.date.size() != 8)
        return invalidSignature(u"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from "
                                u"HTTP: '%1' != '%2', from '%3'."_s.arg(QLatin1StringView(authorization.date),
                                                                        QLatin1StringView(signedAt.left(8)),
                                                                        QLatin1StringView(signedAt)));
    const QDateTime oldest = now.addSecs(-allowedSkew);
    if (time < oldest)
        return invalidSignature(u"Signature expired: %1 is now earlier than %2 (%3 - 5 min.)"_s.arg(
            QLatin1StringView(signedAt), basicFormat(oldest), basicFormat(now)));
    const QDateTime newest = now.addSecs(allowedSkew);
    if (time > newest)
        return invalidSignature(u"Signature not yet current: %1 is still later than %2 (%3 + 5 min.)"_s.arg(
            QLatin1StringView(signedAt), basicFormat(newest), basicFormat(now)));
    return {};
}

Problem checkSignedHeaders(const RawRequest &request, const QList<QByteArray> &signedHeaders)
{
    if (!signedHeaders.contains("host"))
        return invalidSignature(u"'Host' must be a 'SignedHeader' in the AWS Authorization."_s);
    for (const QByteArray &name : signedHeaders)
        if (name != name.toLower() || !request.hasHeader(name))
            return invalidSignature(
                u"'%1' is a 'SignedHeader', but there is no such header."_s.arg(QString::fromUtf8(name)));
    // What changes the meaning of a request has to be covered by its signature.
    for (const auto &[name, value] : request.headers)
        if (name.toLower().startsWith("x-amz-") && !signedHeaders.contains(name.toLower()))
            return invalidSignature(
                u"'%1' must be a 'SignedHeader' in the AWS Authorization."_s.arg(QString::fromUtf8(name)));
    return {};
}

Problem checkRegion(const QByteArray &region)
{
    static const QRegularExpression form(u"^[a-z]{2}(-[a-z]+)+-[0-9]$"_s);
    if (form.match(QString::fromUtf8(region)).hasMatch())
        return {};
    return invalidSignature(
        u"Credential should be scoped to a valid region, not '%1'."_s.arg(QString::fromUtf8(region)));
}

} // namespace

void Keyring::add(const KeyPair &key)
{
    m_keys.insert(key.accessKeyId.toUtf8(), key);
}

std::optional<KeyPair> Keyring::find(const QByteArray &accessKeyId) const
{
    const auto found = m_keys.constFind(accessKeyId);
    return found == m_keys.cend() ? std::nullopt : std::optional(*found);
}

ServiceResult<Caller> Keyring::verify(const RawRequest &request, const Authorization &authorization, PathForm form,
                                      const QDateTime &now) const
{
    const auto key = m_keys.constFind(authorization.accessKeyId);
    if (key == m_keys.cend())
        return refuse(403, "UnrecognizedClientException"_ba,
                      u"The security token included in the request is invalid."_s);

    const QByteArray time = request.header("X-Amz-Date");
    for (const auto &check :
         {checkToken(*key, request, now), checkTime(time, authorization, now), checkRegion(authorization.region),
          checkSignedHeaders(request, authorization.signedHeaders)})
        if (check)
            return tl::unexpected(*check);

    const QByteArray canonical = canonicalRequest(request, authorization.signedHeaders, form);
    const QByteArray expected = signature(key->secretAccessKey.reveal(), authorization, time, canonical);
    if (!sameBytes(expected, authorization.signature))
        return tl::unexpected(invalidSignature(
            u"The request signature we calculated does not match the signature you provided. Check your AWS Secret "
            u"Access Key and signing method. Consult the service documentation for details."_s));
    return Caller{key->accessKeyId, key->arn, QString::fromLatin1(authorization.region)};
}

} // namespace braketeer::sandbox
