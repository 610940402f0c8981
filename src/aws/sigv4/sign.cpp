#include "aws/sigv4/sign.h"

#include "aws/sigv4/percent.h"

namespace braketeer::aws {
namespace {

constexpr char algorithm[] = "AWS4-HMAC-SHA256";

void appendNumber(QByteArray &out, int number, int width)
{
    char text[4];
    for (int i = width - 1; i >= 0; --i, number /= 10)
        text[i] = char('0' + number % 10);
    out.append(text, width);
}

// "20260102/us-west-2/braket/aws4_request"
void appendCredentialScope(QByteArray &out, QByteArrayView timestamp, const SigningScope &scope)
{
    out.append(timestamp.first(8));
    out.append('/');
    out.append(scope.region);
    out.append('/');
    out.append(scope.service);
    out.append("/aws4_request");
}

void appendMember(QByteArray &query, QByteArrayView name, QByteArrayView value)
{
    if (!query.isEmpty())
        query.append('&');
    query.append(name);
    query.append('=');
    appendPercentEncoded(query, value);
}

std::span<const Header> span(const Headers &headers)
{
    return {headers.constData(), size_t(headers.size())};
}

} // namespace

QByteArray amzDate(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    const QDate date = utc.date();
    const QTime clock = utc.time();
    QByteArray out;
    out.reserve(16);
    appendNumber(out, date.year(), 4);
    appendNumber(out, date.month(), 2);
    appendNumber(out, date.day(), 2);
    out.append('T');
    appendNumber(out, clock.hour(), 2);
    appendNumber(out, clock.minute(), 2);
    appendNumber(out, clock.second(), 2);
    out.append('Z');
    return out;
}

QByteArray Signer::sign(const CanonicalInput &input, const core::Secret &secret, const SigningScope &scope,
                        QByteArrayView timestamp)
{
    m_canonical.resize(0); // keeps its capacity
    appendCanonicalRequest(m_canonical, input);

    m_toSign.resize(0);
    m_toSign.append(algorithm);
    m_toSign.append('\n');
    m_toSign.append(timestamp);
    m_toSign.append('\n');
    appendCredentialScope(m_toSign, timestamp, scope);
    m_toSign.append('\n');
    appendHex(m_toSign, m_sha.hash(m_canonical));

    QByteArray signature;
    signature.reserve(64);
    appendHex(signature, m_keys.sign(secret.reveal(), timestamp.first(8), scope.region, scope.service, m_toSign));
    return signature;
}

HeaderSignature Signer::signHeaders(const SignableRequest &request, const Credentials &credentials,
                                    const SigningScope &scope, const SigningOptions &options)
{
    static constexpr char tokenName[] = "X-Amz-Security-Token";
    const QByteArray timestamp = amzDate(scope.time);
    HeaderSignature result;
    result.headers.reserve(4);
    result.headers.emplaceBack(QByteArrayLiteral("X-Amz-Date"), timestamp);
    if (options.sendPayloadHash)
        result.headers.emplaceBack(QByteArrayLiteral("x-amz-content-sha256"), request.payloadHash);
    const bool hasToken = !credentials.sessionToken.isEmpty();
    if (hasToken && options.signToken)
        result.headers.emplaceBack(tokenName, credentials.sessionToken.reveal().toByteArray());

    const CanonicalInput input{request.method,      request.path,
                               request.query,       {span(request.headers), span(result.headers)},
                               request.payloadHash, options.pathRule};
    result.signature = sign(input, credentials.secretAccessKey, scope, timestamp);
    appendSignedHeaders(result.signedHeaders, input.headers);

    QByteArray authorization;
    authorization.reserve(240 + result.signedHeaders.size());
    authorization.append(algorithm);
    authorization.append(" Credential=");
    authorization.append(credentials.accessKeyId.toUtf8());
    authorization.append('/');
    appendCredentialScope(authorization, timestamp, scope);
    authorization.append(", SignedHeaders=");
    authorization.append(result.signedHeaders);
    authorization.append(", Signature=");
    authorization.append(result.signature);
    if (hasToken && !options.signToken)
        result.headers.emplaceBack(tokenName, credentials.sessionToken.reveal().toByteArray());
    result.headers.emplaceBack(QByteArrayLiteral("Authorization"), std::move(authorization));
    return result;
}

QuerySignature Signer::presign(const SignableRequest &request, const Credentials &credentials,
                               const SigningScope &scope, int expires, const SigningOptions &options)
{
    const QByteArray timestamp = amzDate(scope.time);
    const bool hasToken = !credentials.sessionToken.isEmpty();
    QuerySignature result;
    appendSignedHeaders(result.signedHeaders, {span(request.headers)});

    QByteArray credential = credentials.accessKeyId.toUtf8() + '/';
    appendCredentialScope(credential, timestamp, scope);

    result.query = request.query;
    appendMember(result.query, "X-Amz-Algorithm", algorithm);
    appendMember(result.query, "X-Amz-Credential", credential);
    appendMember(result.query, "X-Amz-Date", timestamp);
    appendMember(result.query, "X-Amz-Expires", QByteArray::number(expires));
    appendMember(result.query, "X-Amz-SignedHeaders", result.signedHeaders);
    if (hasToken && options.signToken)
        appendMember(result.query, "X-Amz-Security-Token", credentials.sessionToken.reveal());

    const CanonicalInput input{request.method,          request.path,        result.query,
                               {span(request.headers)}, request.payloadHash, options.pathRule};
    result.signature = sign(input, credentials.secretAccessKey, scope, timestamp);
    if (hasToken && !options.signToken)
        appendMember(result.query, "X-Amz-Security-Token", credentials.sessionToken.reveal());
    appendMember(result.query, "X-Amz-Signature", result.signature);
    return result;
}

QByteArray Signer::payloadHash(QByteArrayView body)
{
    return body.isEmpty() ? QByteArray(emptyPayloadHash) : m_sha.hex(body);
}

} // namespace braketeer::aws
