#include "s3client.h"

#include <QXmlStreamReader>

using namespace braketeer;
using namespace Qt::StringLiterals;

namespace {

aws::SigningOptions s3Options()
{
    aws::SigningOptions options;
    options.pathRule = aws::PathRule::AsOnTheWire;
    options.sendPayloadHash = true;
    return options;
}

} // namespace

S3Client::S3Client(const sandbox::Sandbox &sandbox)
    : wire(sandbox), m_ownHost("127.0.0.1:" + QByteArray::number(sandbox.port()))
{
    credentials = wire.credentials;
}

QByteArray S3Client::bytesOf(const S3Request &request)
{
    aws::SignableRequest signable;
    signable.method = request.method;
    const qsizetype mark = request.target.indexOf('?');
    signable.path = mark < 0 ? request.target : request.target.left(mark);
    signable.query = mark < 0 ? QByteArray() : request.target.mid(mark + 1);
    signable.headers = {{"host", host.isEmpty() ? m_ownHost : host}};
    for (const auto &[name, value] : request.headers)
        signable.headers.emplaceBack(name, value);
    signable.payloadHash = request.payloadHash.isEmpty() ? m_signer.payloadHash(request.body) : request.payloadHash;
    const QDateTime when = time.isValid() ? time : QDateTime::currentDateTimeUtc();
    const auto signature = m_signer.signHeaders(signable, credentials, {region, "s3", when}, s3Options());
    lastSignature = signature.signature();
    lastTime = aws::amzDate(when);

    QByteArray bytes = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    for (const auto &headers : {signable.headers, signature.headers})
        for (const auto &[name, value] : headers)
            bytes += name + ": " + value + "\r\n";
    if (!request.body.isEmpty() || request.method == "PUT" || request.method == "POST")
        bytes += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return bytes + "\r\n" + request.body;
}

WireReply S3Client::get(const QByteArray &target, const aws::Headers &headers)
{
    return send({"GET", target, {}, headers, {}});
}

WireReply S3Client::put(const QByteArray &target, const QByteArray &body, const aws::Headers &headers)
{
    return send({"PUT", target, body, headers, {}});
}

WireReply S3Client::post(const QByteArray &target, const QByteArray &body, const aws::Headers &headers)
{
    return send({"POST", target, body, headers, {}});
}

QByteArray S3Client::presigned(const QByteArray &method, const QByteArray &target, int expires)
{
    aws::SignableRequest signable;
    signable.method = method;
    const qsizetype mark = target.indexOf('?');
    signable.path = mark < 0 ? target : target.left(mark);
    signable.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    signable.headers = {{"host", m_ownHost}};
    signable.payloadHash = "UNSIGNED-PAYLOAD";
    const QDateTime when = time.isValid() ? time : QDateTime::currentDateTimeUtc();
    aws::SigningOptions options;
    options.pathRule = aws::PathRule::AsOnTheWire;
    return signable.path + '?' + m_signer.presign(signable, credentials, {region, "s3", when}, expires, options).query;
}

QByteArray element(const WireReply &reply, const QByteArray &name)
{
    return elements(reply, name).value(0);
}

QList<QByteArray> elements(const WireReply &reply, const QByteArray &name)
{
    QList<QByteArray> texts;
    QXmlStreamReader reader(reply.body);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QString::fromUtf8(name))
            texts.append(reader.readElementText(QXmlStreamReader::IncludeChildElements).toUtf8());
    return texts;
}
