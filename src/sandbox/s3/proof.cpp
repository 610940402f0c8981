#include "sandbox/s3/proof.h"

#include "sandbox/s3/xml.h"

#include <openssl/crypto.h>

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr qint64 allowedSkewMs = qint64(15) * 60 * 1000;
constexpr int longestLife = 7 * 24 * 3600; // of a presigned URL, in seconds
constexpr QByteArrayView algorithm = "AWS4-HMAC-SHA256";

using Problem = std::optional<Refusal>;

/// A signature and what it is over, from the header or the query.
struct Claim
{
    Authorization authorization;
    QByteArray time; ///< "20260102T030405Z"
    QByteArray token;
    QByteArray query; ///< without the signature
    QByteArray payloadHash;
    std::optional<int> life; ///< of a presigned URL, in seconds
};

QDateTime readTime(const QByteArray &text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), u"yyyyMMdd'T'HHmmss'Z'"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

QByteArray isoTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s).toLatin1();
}

Refusal malformedHeader(const QString &why)
{
    return {400, "AuthorizationHeaderMalformed"_ba, u"The authorization header is malformed; "_s + why, {}, {}};
}

Refusal malformedQuery(const QString &why)
{
    return {400, "AuthorizationQueryParametersError"_ba, why, {}, {}};
}

Outcome<Claim> readHeader(const RawRequest &request)
{
    const auto authorization = readAuthorization(request);
    if (!authorization)
        return refuse(malformedHeader(authorization.error().message));
    Claim claim{*authorization,  request.header("X-Amz-Date"),           request.header("X-Amz-Security-Token"),
                request.query(), request.header("X-Amz-Content-SHA256"), {}};
    if (claim.payloadHash.isEmpty())
        return refuse(invalidRequest(u"Missing required header for this request: x-amz-content-sha256"_s));
    return claim;
}

QByteArray withoutSignature(const QByteArray &query)
{
    QList<QByteArray> kept = query.split('&');
    kept.removeIf([](const QByteArray &pair) { return pair.startsWith("X-Amz-Signature="); });
    return kept.join('&');
}

Outcome<Claim> readPresigned(const RawRequest &request, const Query &query)
{
    if (query.value("X-Amz-Algorithm") != algorithm)
        return refuse(malformedQuery(u"X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\""_s));
    const QList<QByteArray> scope = query.value("X-Amz-Credential").split('/');
    if (scope.size() != 5 || scope[4] != "aws4_request")
        return refuse(malformedQuery(u"Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; "
                                     u"expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."_s));
    bool isNumber = false;
    const int life = query.value("X-Amz-Expires").toInt(&isNumber);
    if (!isNumber || life < 0)
        return refuse(malformedQuery(u"X-Amz-Expires must be non-negative"_s));
    if (life > longestLife)
        return refuse(malformedQuery(u"X-Amz-Expires must be less than a week (in seconds); that is, the given "
                                     u"X-Amz-Expires must be less than 604800 seconds"_s));
    const QByteArray hash = request.header("X-Amz-Content-SHA256");
    return Claim{{scope[0], scope[1], scope[2], scope[3], query.value("X-Amz-SignedHeaders").split(';'),
                  query.value("X-Amz-Signature")},
                 query.value("X-Amz-Date"),
                 query.value("X-Amz-Security-Token"),
                 withoutSignature(request.query()),
                 hash.isEmpty() ? "UNSIGNED-PAYLOAD"_ba : hash,
                 life};
}

Problem checkKey(const std::optional<KeyPair> &key, const Claim &claim, const QDateTime &now)
{
    if (!key)
        return Refusal{403,
                       "InvalidAccessKeyId"_ba,
                       u"The AWS Access Key Id you provided does not exist in our records."_s,
                       {{"AWSAccessKeyId"_ba, claim.authorization.accessKeyId}},
                       {}};
    if (key->sessionToken.reveal() != claim.token)
        return Refusal{400, "InvalidToken"_ba, u"The provided token is malformed or otherwise invalid."_s, {}, {}};
    if (key->expiry && now >= *key->expiry)
        return Refusal{400, "ExpiredToken"_ba, u"The provided token has expired."_s, {}, {}};
    return {};
}

Problem checkTime(const Claim &claim, const QDateTime &now)
{
    const QDateTime time = readTime(claim.time);
    if (!time.isValid() || !claim.time.startsWith(claim.authorization.date) || claim.authorization.date.size() != 8)
        return Refusal{
            403, "AccessDenied"_ba, u"AWS authentication requires a valid Date or x-amz-date header"_s, {}, {}};
    if (claim.life) {
        if (now.msecsTo(time) > allowedSkewMs)
            return Refusal{403, "AccessDenied"_ba, u"Request is not yet valid"_s, {}, {}};
        const QDateTime end = time.addSecs(*claim.life);
        if (now >= end)
            return Refusal{403,
                           "AccessDenied"_ba,
                           u"Request has expired"_s,
                           {{"X-Amz-Expires"_ba, QByteArray::number(*claim.life)},
                            {"Expires"_ba, isoTime(end)},
                            {"ServerTime"_ba, isoTime(now)}},
                           {}};
        return {};
    }
    if (std::abs(time.msecsTo(now)) <= allowedSkewMs)
        return {};
    return Refusal{403,
                   "RequestTimeTooSkewed"_ba,
                   u"The difference between the request time and the current time is too large."_s,
                   {{"RequestTime"_ba, claim.time},
                    {"ServerTime"_ba, isoTime(now)},
                    {"MaxAllowedSkewMilliseconds"_ba, QByteArray::number(allowedSkewMs)}},
                   {}};
}

Problem checkSignedHeaders(const RawRequest &request, const QList<QByteArray> &signedHeaders)
{
    QList<QByteArray> unsignedHeaders;
    if (!signedHeaders.contains("host"))
        unsignedHeaders << "host"_ba;
    // What changes the meaning of a request has to be covered by its signature.
    for (const auto &[name, value] : request.headers)
        if (name.toLower().startsWith("x-amz-") && !signedHeaders.contains(name.toLower()))
            unsignedHeaders << name.toLower();
    const bool missing = std::any_of(signedHeaders.cbegin(), signedHeaders.cend(), [&request](const QByteArray &name) {
        return name != name.toLower() || !request.hasHeader(name);
    });
    if (unsignedHeaders.isEmpty() && !missing)
        return {};
    return Refusal{403,
                   "AccessDenied"_ba,
                   u"There were headers present in the request which were not signed"_s,
                   {{"HeadersNotSigned"_ba, unsignedHeaders.join(", ")}},
                   {}};
}

Outcome<PayloadRule::Form> formOf(const QByteArray &payloadHash)
{
    using Form = PayloadRule::Form;
    static const QHash<QByteArray, Form> forms{
        {"UNSIGNED-PAYLOAD", Form::Unsigned},
        {"STREAMING-AWS4-HMAC-SHA256-PAYLOAD", Form::SignedChunks},
        {"STREAMING-UNSIGNED-PAYLOAD-TRAILER", Form::UnsignedTrailer},
        {"STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", Form::SignedTrailer},
    };
    if (const auto form = forms.constFind(payloadHash); form != forms.cend())
        return *form;
    const bool isHash = payloadHash.size() == 64 && std::all_of(payloadHash.cbegin(), payloadHash.cend(), [](char c) {
                            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                        });
    if (isHash)
        return Form::Hashed;
    return refuse(invalidArgument(u"x-amz-content-sha256 must be UNSIGNED-PAYLOAD, "
                                  u"STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
                                  u"STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value."_s,
                                  "x-amz-content-sha256", payloadHash));
}

Refusal mismatch(const Claim &claim, const QByteArray &stringToSign, const QByteArray &canonical)
{
    return {403,
            "SignatureDoesNotMatch"_ba,
            u"The request signature we calculated does not match the signature you provided. Check your key and "
            u"signing method."_s,
            {{"AWSAccessKeyId"_ba, claim.authorization.accessKeyId},
             {"StringToSign"_ba, stringToSign},
             {"SignatureProvided"_ba, claim.authorization.signature},
             {"CanonicalRequest"_ba, canonical}},
            {}};
}

bool sameBytes(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

} // namespace

Outcome<Identity> prove(const Keyring &keys, const RawRequest &request, const QDateTime &now)
{
    const Query query(request.query());
    const bool presigned = query.has("X-Amz-Signature") || query.has("X-Amz-Credential");
    if (presigned && request.hasHeader("Authorization"))
        return refuse(invalidArgument(u"Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, "
                                      u"Signature query string parameter or the Authorization header should be "
                                      u"specified"_s,
                                      "Authorization", request.header("Authorization")));
    if (request.header("Authorization").startsWith("AWS ") || query.has("AWSAccessKeyId"))
        return refuse(invalidRequest(u"The authorization mechanism you have provided is not supported. Please use "
                                     u"AWS4-HMAC-SHA256."_s)); // signature version 2
    if (!presigned && !request.hasHeader("Authorization"))
        return Identity();
    const auto claim = presigned ? readPresigned(request, query) : readHeader(request);
    if (!claim)
        return refuse(claim.error());
    const auto form = formOf(claim->payloadHash);
    if (!form)
        return refuse(form.error());
    const auto key = keys.find(claim->authorization.accessKeyId);
    for (const auto &problem : {checkKey(key, *claim, now), checkTime(*claim, now),
                                checkSignedHeaders(request, claim->authorization.signedHeaders)})
        if (problem)
            return refuse(*problem);

    const QByteArray canonical = canonicalRequest(request, claim->query, claim->authorization.signedHeaders,
                                                  PathForm::AsSent, claim->payloadHash);
    const QByteArray toSign = "AWS4-HMAC-SHA256\n" + claim->time + '\n' + claim->authorization.scope() + '\n'
                              + sha256Hex(canonical);
    const QByteArray secret = key->secretAccessKey.reveal().toByteArray();
    const QByteArray derived = signingKey(secret, claim->authorization);
    if (!sameBytes(sign(derived, toSign), claim->authorization.signature))
        return refuse(mismatch(*claim, toSign, canonical));
    return Identity{false, claim->authorization.region,
                    PayloadRule{*form, *form == PayloadRule::Form::Hashed ? claim->payloadHash : QByteArray(), derived,
                                claim->time, claim->authorization.scope(), claim->authorization.signature}};
}

bool isSignedForS3(const RawRequest &request)
{
    const QByteArray header = request.header("Authorization");
    if (!header.isEmpty())
        return header.contains("/s3/aws4_request") || header.startsWith("AWS ");
    const Query query(request.query());
    if (query.has("X-Amz-Credential"))
        return query.value("X-Amz-Credential").contains("/s3/");
    return !bucketOfHost(request).isEmpty();
}

} // namespace braketeer::sandbox::s3
