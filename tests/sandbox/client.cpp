#include "client.h"

#include "aws/sigv4/sign.h"

#include <QJsonDocument>

using namespace braketeer;
using namespace Qt::StringLiterals;

QJsonObject WireReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString WireReply::text(QStringView member) const
{
    return json()[member].toString();
}

WireClient::WireClient(const sandbox::Sandbox &sandbox) : m_port(quint16(sandbox.port()))
{
    const auto environment = sandbox.environment();
    credentials.accessKeyId = environment.at(1).second;
    credentials.secretAccessKey = core::Secret(environment.at(2).second.toUtf8());
}

QByteArray WireClient::signedRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    aws::Signer signer;
    aws::SignableRequest request;
    request.method = method;
    const qsizetype mark = target.indexOf('?');
    request.path = target.split('?').first();
    request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    const QByteArray host = "127.0.0.1:" + QByteArray::number(m_port);
    request.headers = {{"host", host}};
    if (!body.isEmpty())
        request.headers.emplaceBack("content-type", "application/json");
    request.payloadHash = signer.payloadHash(body);
    const QDateTime when = time.isValid() ? time : QDateTime::currentDateTimeUtc();
    const auto signature = signer.signHeaders(request, credentials, {region, service, when});

    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\n";
    for (const auto &headers : {request.headers, signature.headers})
        for (const auto &[name, value] : headers)
            bytes += name + ": " + value + "\r\n";
    if (!userAgent.isEmpty())
        bytes += "User-Agent: " + userAgent + "\r\n";
    if (!body.isEmpty() || method == "PUT" || method == "POST")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

WireReply WireClient::exchange(const QByteArray &bytes, bool withoutBody)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        m_unread.clear();
        m_socket.connectToHost(u"127.0.0.1"_s, m_port);
        m_socket.waitForConnected();
    }
    m_socket.write(bytes);
    return read(withoutBody);
}

bool WireClient::readMore()
{
    constexpr int patience = 20000;
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience))
        return false;
    m_unread += m_socket.readAll();
    return true;
}

WireReply WireClient::read(bool withoutBody)
{
    WireReply reply;
    while (!m_unread.contains("\r\n\r\n"))
        if (!readMore())
            return reply;
    const qsizetype headEnd = m_unread.indexOf("\r\n\r\n") + 4;
    const QList<QByteArray> lines = m_unread.left(headEnd - 4).split('\n');
    reply.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1))
        reply.headers.insert(line.split(':').first().toLower(), line.mid(line.indexOf(':') + 1).trimmed());
    m_unread.remove(0, headEnd);

    const qsizetype length = withoutBody ? 0 : reply.headers.value("content-length").toLongLong();
    while (m_unread.size() < length)
        if (!readMore())
            break;
    reply.body = m_unread.left(length);
    reply.complete = reply.body.size() == length;
    m_unread.remove(0, length);
    return reply;
}

WireReply WireClient::send(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    return exchange(signedRequest(method, target, body));
}

WireReply WireClient::send(const QByteArray &method, const QByteArray &target, const QJsonObject &body)
{
    return send(method, target, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QString WireClient::createJob(const QJsonObject &document)
{
    return send("POST", "/job", document).text(u"jobArn");
}

QJsonObject WireClient::getJob(const QString &jobArn, const QByteArray &query)
{
    return send("GET", "/job/" + encoded(jobArn) + query).json();
}

QJsonObject jobDocument(const QString &clientToken)
{
    return {
        {u"clientToken"_s, clientToken},
        {u"jobName"_s, u"bell-pair"_s},
        {u"roleArn"_s, u"arn:aws:iam::000000000000:role/service-role/AmazonBraketJobsExecutionRole"_s},
        {u"algorithmSpecification"_s,
         QJsonObject{{u"scriptModeConfig"_s,
                      QJsonObject{{u"entryPoint"_s, u"bell:main"_s},
                                  {u"s3Uri"_s, u"s3://amazon-braket-us-west-2-000000000000/code/bell.tar.gz"_s},
                                  {u"compressionType"_s, u"GZIP"_s}}}}},
        {u"outputDataConfig"_s, QJsonObject{{u"s3Path"_s, u"s3://amazon-braket-us-west-2-000000000000/jobs/bell"_s}}},
        {u"instanceConfig"_s, QJsonObject{{u"instanceType"_s, u"ml.m5.large"_s}, {u"volumeSizeInGb"_s, 5}}},
        {u"deviceConfig"_s, QJsonObject{{u"device"_s, u"arn:aws:braket:::device/quantum-simulator/amazon/sv1"_s}}},
        {u"hyperParameters"_s, QJsonObject{{u"angle"_s, u"0.5π"_s}}},
    };
}

QByteArray encoded(const QString &arn)
{
    return arn.toUtf8().toPercentEncoding();
}
