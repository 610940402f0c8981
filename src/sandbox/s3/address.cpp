#include "sandbox/s3/address.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox::s3 {
namespace {

constexpr qsizetype longestKey = 1024;

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError();
}

Refusal invalidUri()
{
    return {400, "InvalidURI"_ba, u"Couldn't parse the specified URI."_s, {}, {}};
}

Refusal keyTooLong(qsizetype size)
{
    return {400,
            "KeyTooLongError"_ba,
            u"Your key is too long"_s,
            {{"Size"_ba, QByteArray::number(size)}, {"MaxSizeAllowed"_ba, QByteArray::number(longestKey)}},
            {}};
}

} // namespace

std::optional<QByteArray> decoded(const QByteArray &text)
{
    for (qsizetype i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1))
        if (i + 2 >= text.size() || !isHexDigit(text.at(i + 1)) || !isHexDigit(text.at(i + 2)))
            return {};
    return QByteArray::fromPercentEncoding(text);
}

QByteArray bucketOfHost(const RawRequest &request)
{
    QByteArray host = request.header("Host").toLower();
    if (const qsizetype colon = host.lastIndexOf(':'); colon >= 0 && !host.endsWith(']'))
        host.truncate(colon);
    constexpr QByteArrayView suffix = ".localhost";
    return host.endsWith(suffix) ? host.chopped(suffix.size()) : QByteArray();
}

Outcome<Address> readAddress(const RawRequest &request)
{
    Address address;
    address.bucket = bucketOfHost(request);
    address.virtualHost = !address.bucket.isEmpty();
    QByteArray key = request.path().mid(1);
    if (!address.virtualHost) {
        const qsizetype slash = key.indexOf('/');
        address.bucket = slash < 0 ? key : key.left(slash);
        key = slash < 0 ? QByteArray() : key.mid(slash + 1);
    }
    const auto bucketName = decoded(address.bucket);
    const auto keyName = decoded(key);
    if (!bucketName || !keyName || !isUtf8(*bucketName) || !isUtf8(*keyName))
        return refuse(invalidUri());
    if (keyName->size() > longestKey)
        return refuse(keyTooLong(keyName->size()));
    address.bucket = *bucketName;
    address.key = *keyName;
    return address;
}

Outcome<Address> readCopySource(const QByteArray &text)
{
    const auto bad = [&text] {
        return refuse(invalidArgument(u"Copy Source must mention the source bucket and key: sourcebucket/sourcekey"_s,
                                      "x-amz-copy-source", text));
    };
    QByteArray encoded = text;
    if (const qsizetype mark = encoded.indexOf('?'); mark >= 0) {
        if (encoded.mid(mark) != "?versionId=null")
            return bad();
        encoded.truncate(mark);
    }
    if (encoded.startsWith('/'))
        encoded.remove(0, 1);
    const auto plain = decoded(encoded);
    const qsizetype slash = plain ? plain->indexOf('/') : -1;
    if (slash < 1 || slash + 1 == plain->size())
        return bad();
    return Address{plain->left(slash), plain->mid(slash + 1), false};
}

bool isBucketName(const QByteArray &name)
{
    static const QRegularExpression form(u"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"_s);
    static const QRegularExpression number(u"^[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+$"_s);
    const QString text = QString::fromUtf8(name);
    return form.match(text).hasMatch() && !number.match(text).hasMatch() && !name.contains("..");
}

Query::Query(const QByteArray &text)
{
    if (text.isEmpty())
        return;
    for (const QByteArray &pair : text.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        value.replace('+', ' ');
        m_parameters.emplaceBack(QByteArray::fromPercentEncoding(equals < 0 ? pair : pair.left(equals)),
                                 QByteArray::fromPercentEncoding(value));
    }
}

bool Query::has(QByteArrayView name) const
{
    return std::any_of(m_parameters.cbegin(), m_parameters.cend(),
                       [name](const auto &parameter) { return parameter.first == name; });
}

QByteArray Query::value(QByteArrayView name) const
{
    const auto found = std::find_if(m_parameters.cbegin(), m_parameters.cend(),
                                    [name](const auto &parameter) { return parameter.first == name; });
    return found == m_parameters.cend() ? QByteArray() : found->second;
}

} // namespace braketeer::sandbox::s3
