#pragma once

#include "aws/credentials/credentials.h"
#include "sandbox/sandbox.h"

#include <QHash>
#include <QJsonObject>
#include <QTcpSocket>

/// What came back, and whether it came whole.
struct WireReply
{
    int status = 0;                        ///< 0: the connection closed before a status line
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool complete = false; ///< as many bytes as Content-Length says

    QJsonObject json() const;
    QString text(QStringView member) const;
};

/// A client that decides each byte: raw HTTP over one kept-alive connection, signed by aws/sigv4.
class WireClient
{
public:
    explicit WireClient(const braketeer::sandbox::Sandbox &sandbox);

    QByteArray region = "us-west-2";
    QByteArray service = "braket";
    QDateTime time;       ///< of the signature; invalid: now
    QByteArray userAgent; ///< sent unsigned, as botocore does
    braketeer::aws::Credentials credentials;

    /// The bytes of a signed request. `target` is percent-encoded already.
    QByteArray signedRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});
    /// Sends bytes as they are; connects where there is no connection.
    WireReply exchange(const QByteArray &bytes, bool withoutBody = false);
    WireReply send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});
    WireReply send(const QByteArray &method, const QByteArray &target, const QJsonObject &body);

    /// CreateJob of the document; the ARN, or empty.
    QString createJob(const QJsonObject &document);
    QJsonObject getJob(const QString &jobArn, const QByteArray &query = {});

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

private:
    bool readMore();
    WireReply read(bool withoutBody);

    const quint16 m_port;
    QTcpSocket m_socket;
    QByteArray m_unread;
};

/// A document that the service takes, with a client token of its own.
QJsonObject jobDocument(const QString &clientToken = QStringLiteral("token-1"));

/// An ARN as it stands in a path.
QByteArray encoded(const QString &arn);
