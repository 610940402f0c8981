#include "aws/sigv4/sign.h"

#include "aws/sigv4/percent.h"

#include <chrono>

namespace braketeer::aws {
namespace {

constexpr QByteArrayView algorithm = "AWS4-HMAC-SHA256";
constexpr QByteArrayView terminator = "/aws4_request";
constexpr qsizetype timestampBytes = 16;
constexpr qsizetype signatureBytes = 64;

void putNumber(Writer &to, unsigned number, int width)
{
    char text[4];
    for (int i = width - 1; i >= 0; --i, number /= 10)
        text[i] = char('0' + number % 10);
    to.put(QByteArrayView(text, width));
}

// "20260102/us-west-2/braket/aws4_request"
void putCredentialScope(Writer &to, QByteArrayView timestamp, const SigningScope &scope)
{
    to.put(timestamp.first(8));
    to.put('/');
    to.put(scope.region);
    to.put('/');
    to.put(scope.service);
    to.put(terminator);
}

qsizetype scopeBytes(const SigningScope &scope)
{
    return 10 + scope.region.size() + scope.service.size() + terminator.size();
}

void appendMember(QByteArray &query, QByteArrayView name, QByteArrayView value)
{
    if (!query.isEmpty())
        query.append('&');
    query.append(name);
    query.append('=');
    query.append(percentEncoded(value));
}

std::span<const Header> span(const Headers &headers)
{
    return {headers.constData(), size_t(headers.size())};
}

QByteArray authorization(const Credentials &credentials, QByteArrayView timestamp, const SigningScope &scope,
                         QByteArrayView signedHeaders, const SigningKeyCache::Digest &signature)
{
    static constexpr QByteArrayView credential = " Credential=";
    static constexpr QByteArrayView headers = ", SignedHeaders=";
    static constexpr QByteArrayView sign = ", Signature=";
    const QString &keyId = credentials.accessKeyId;
    QByteArray out;
    Writer to(out, algorithm.size() + credential.size() + keyId.size() + 1 + scopeBytes(scope) + headers.size()
                       + signedHeaders.size() + sign.size() + signatureBytes);
    to.put(algorithm);
    to.put(credential);
    for (const QChar c : keyId) // one byte a character, and none that could end the header
        to.put(c > u' ' && c < u'\x7f' ? c.toLatin1() : '?');
    to.put('/');
    putCredentialScope(to, timestamp, scope);
    to.put(headers);
    to.put(signedHeaders);
    to.put(sign);
    putHex(to, signature);
    to.finish();
    return out;
}

} // namespace

QByteArray amzDate(const QDateTime &time)
{
    // QDateTime's own way to a date costs more than hashing the request.
    using namespace std::chrono;
    const sys_time<milliseconds> instant{milliseconds(time.toMSecsSinceEpoch())};
    const auto day = floor<days>(instant);
    const year_month_day date(day);
    const hh_mm_ss clock(floor<seconds>(instant - day));
    QByteArray out;
    Writer to(out, timestampBytes);
    putNumber(to, unsigned(int(date.year())), 4);
    putNumber(to, unsigned(date.month()), 2);
    putNumber(to, unsigned(date.day()), 2);
    to.put('T');
    putNumber(to, unsigned(clock.hours().count()), 2);
    putNumber(to, unsigned(clock.minutes().count()), 2);
    putNumber(to, unsigned(clock.seconds().count()), 2);
    to.put('Z');
    return out;
}

SigningKeyCache::Digest Signer::sign(const core::Secret &secret, const SigningScope &scope, QByteArrayView timestamp)
{
    Writer to(m_toSign, algorithm.size() + timestamp.size() + scopeBytes(scope) + signatureBytes + 3);
    to.put(algorithm);
    to.put('\n');
    to.put(timestamp);
    to.put('\n');
    putCredentialScope(to, timestamp, scope);
    to.put('\n');
    putHex(to, m_sha.hash(m_canonical));
    to.finish();

    return m_keys.sign(secret.reveal(), timestamp.first(8), scope.region, scope.service, m_toSign);
}

HeaderSignature Signer::signHeaders(const SignableRequest &request, const Credentials &credentials,
                                    const SigningScope &scope, const SigningOptions &options)
{
    static const QByteArray tokenName = QByteArrayLiteral("X-Amz-Security-Token");
    const QByteArray timestamp = amzDate(scope.time);
    HeaderSignature result;
    result.headers.reserve(4);
    result.headers.emplaceBack(QByteArrayLiteral("X-Amz-Date"), timestamp);
    if (options.sendPayloadHash)
        result.headers.emplaceBack(QByteArrayLiteral("x-amz-content-sha256"), request.payloadHash);
    const bool hasToken = !credentials.sessionToken.isEmpty();
    if (hasToken && options.signToken)
        result.headers.emplaceBack(tokenName, credentials.sessionToken.reveal().toByteArray());

    const QByteArrayView names = writeCanonicalRequest(m_canonical, {request.method,
                                                                     request.path,
                                                                     request.query,
                                                                     {span(request.headers), span(result.headers)},
                                                                     request.payloadHash,
                                                                     options.pathRule});
    const auto signature = sign(credentials.secretAccessKey, scope, timestamp);
    if (hasToken && !options.signToken)
        result.headers.emplaceBack(tokenName, credentials.sessionToken.reveal().toByteArray());
    result.headers.emplaceBack(QByteArrayLiteral("Authorization"),
                               authorization(credentials, timestamp, scope, names, signature));
    return result;
}

QuerySignature Signer::presign(const SignableRequest &request, const Credentials &credentials,
                               const SigningScope &scope, int expires, const SigningOptions &options)
{
    const QByteArray timestamp = amzDate(scope.time);
    const bool hasToken = !credentials.sessionToken.isEmpty();

    const QByteArray keyId = credentials.accessKeyId.toUtf8();
    QByteArray credential;
    Writer to(credential, keyId.size() + 1 + scopeBytes(scope));
    to.put(keyId);
    to.put('/');
    putCredentialScope(to, timestamp, scope);
    to.finish();

    QuerySignature result;
    result.query = request.query;
    appendMember(result.query, "X-Amz-Algorithm", algorithm);
    appendMember(result.query, "X-Amz-Credential", credential);
    appendMember(result.query, "X-Amz-Date", timestamp);
    appendMember(result.query, "X-Amz-Expires", QByteArray::number(expires));
    appendMember(result.query, "X-Amz-SignedHeaders", signedHeaderNames({span(request.headers)}));
    if (hasToken && options.signToken)
        appendMember(result.query, "X-Amz-Security-Token", credentials.sessionToken.reveal());

    writeCanonicalRequest(
        m_canonical,
        {request.method, request.path, result.query, {span(request.headers)}, request.payloadHash, options.pathRule});
    Writer digits(result.signature, signatureBytes);
    putHex(digits, sign(credentials.secretAccessKey, scope, timestamp));
    if (hasToken && !options.signToken)
        appendMember(result.query, "X-Amz-Security-Token", credentials.sessionToken.reveal());
    appendMember(result.query, "X-Amz-Signature", result.signature);
    return result;
}

QByteArray Signer::payloadHash(QByteArrayView body)
{
    return body.isEmpty() ? QByteArray::fromRawData(emptyPayloadHash, 64) : m_sha.hex(body);
}

} // namespace braketeer::aws
