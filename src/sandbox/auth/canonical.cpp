#include "sandbox/auth/canonical.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

QByteArray hmac(QByteArrayView key, const QByteArray &message)
{
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.constData(), int(key.size()), reinterpret_cast<const unsigned char *>(message.constData()),
         size_t(message.size()), reinterpret_cast<unsigned char *>(digest.data()), &size);
    digest.truncate(qsizetype(size));
    return digest;
}

// RFC 3986, section 5.2.4, and empty segments removed as well.
QByteArray normalised(const QByteArray &path)
{
    QList<QByteArray> kept;
    const QList<QByteArray> segments = path.split('/');
    for (const QByteArray &segment : segments) {
        if (segment.isEmpty() || segment == ".")
            continue;
        if (segment != "..")
            kept.append(segment);
        else if (!kept.isEmpty())
            kept.removeLast();
    }
    const bool slashAtEnd = !kept.isEmpty() && (path.endsWith('/') || path.endsWith("/.") || path.endsWith("/.."));
    return '/' + kept.join('/') + (slashAtEnd ? "/"_ba : QByteArray());
}

QByteArray canonicalPath(const QByteArray &path, PathForm form)
{
    if (form == PathForm::AsSent)
        return path;
    return normalised(path).toPercentEncoding("/"_ba); // unreserved as QByteArray knows them: -._~
}

QByteArray canonicalQuery(const QByteArray &query)
{
    if (query.isEmpty())
        return {};
    QList<QPair<QByteArray, QByteArray>> parameters;
    for (const QByteArray &parameter : query.split('&')) {
        const qsizetype equals = parameter.indexOf('=');
        const QByteArray name = equals < 0 ? parameter : parameter.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : parameter.mid(equals + 1);
        parameters.append({QByteArray::fromPercentEncoding(name).toPercentEncoding(),
                           QByteArray::fromPercentEncoding(value).toPercentEncoding()});
    }
    std::sort(parameters.begin(), parameters.end());
    QList<QByteArray> pairs;
    for (const auto &[name, value] : parameters)
        pairs.append(name + '=' + value);
    return pairs.join('&');
}

QByteArray withSingleBlanks(const QByteArray &value)
{
    QByteArray result;
    for (const char c : value)
        if (c != ' ' || !result.endsWith(' '))
            result += c;
    return result;
}

QByteArray headerValues(const RawRequest &request, const QByteArray &name)
{
    QList<QByteArray> values;
    for (const auto &[header, value] : request.headers)
        if (header.compare(name, Qt::CaseInsensitive) == 0)
            values.append(withSingleBlanks(value));
    return values.join(',');
}

QByteArray payloadHash(const RawRequest &request)
{
    const QByteArray stated = request.header("X-Amz-Content-SHA256");
    return stated.isEmpty() ? sha256Hex(request.body) : stated;
}

} // namespace

QByteArray sha256Hex(const QByteArray &bytes)
{
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    EVP_Digest(bytes.constData(), size_t(bytes.size()), reinterpret_cast<unsigned char *>(digest.data()), &size,
               EVP_sha256(), nullptr);
    digest.truncate(qsizetype(size));
    return digest.toHex();
}

QByteArray canonicalRequest(const RawRequest &request, const QList<QByteArray> &signedHeaders, PathForm form)
{
    return canonicalRequest(request, request.query(), signedHeaders, form, payloadHash(request));
}

QByteArray canonicalRequest(const RawRequest &request, const QByteArray &query, const QList<QByteArray> &signedHeaders,
                            PathForm form, const QByteArray &payloadHash)
{
    QByteArray headers;
    for (const QByteArray &name : signedHeaders)
        headers += name.toLower() + ':' + headerValues(request, name) + '\n';
    return request.method + '\n' + canonicalPath(request.path(), form) + '\n' + canonicalQuery(query) + '\n' + headers
           + '\n' + signedHeaders.join(';') + '\n' + payloadHash;
}

QByteArray signature(QByteArrayView secretAccessKey, const Authorization &authorization, const QByteArray &time,
                     const QByteArray &canonicalRequest)
{
    return sign(signingKey(secretAccessKey, authorization),
                "AWS4-HMAC-SHA256\n" + time + '\n' + authorization.scope() + '\n' + sha256Hex(canonicalRequest));
}

QByteArray signingKey(QByteArrayView secretAccessKey, const Authorization &authorization)
{
    QByteArray key = hmac("AWS4"_ba + secretAccessKey.toByteArray(), authorization.date);
    for (const QByteArray &part : {authorization.region, authorization.service, "aws4_request"_ba})
        key = hmac(key, part);
    return key;
}

QByteArray sign(const QByteArray &signingKey, const QByteArray &stringToSign)
{
    return hmac(signingKey, stringToSign).toHex();
}

} // namespace braketeer::sandbox
