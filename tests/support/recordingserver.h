#pragma once

#include <QList>
#include <QPair>
#include <QTcpServer>
#include <QTcpSocket>

namespace braketeer::tests {

/// A request as it came over the wire.
struct RecordedCall
{
    QByteArray requestLine;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// An HTTP server on the loopback interface that answers every request alike and remembers all of them.
/// It judges nothing: what a program sends is looked at afterwards.
class RecordingServer final : public QTcpServer
{
public:
    explicit RecordingServer(QByteArray answer, int status = 201) : m_answer(std::move(answer)), m_status(status)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    QList<RecordedCall> takeCalls() { return std::exchange(m_calls, {}); }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray bytes = socket->property("bytes").toByteArray() + socket->readAll();
        for (;;) {
            const qsizetype end = bytes.indexOf("\r\n\r\n");
            if (end < 0)
                break;
            RecordedCall call;
            qsizetype length = 0;
            const auto lines = bytes.first(end).split('\n');
            call.requestLine = lines.first().trimmed();
            for (const QByteArray &line : lines.mid(1)) {
                const qsizetype colon = line.indexOf(':');
                call.headers.append({line.first(colon).toLower(), line.mid(colon + 1).trimmed()});
                if (call.headers.last().first == "content-length")
                    length = call.headers.last().second.toLongLong();
                if (call.headers.last().first == "expect")
                    socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            }
            if (bytes.size() < end + 4 + length)
                break;
            call.body = bytes.mid(end + 4, length);
            bytes.remove(0, end + 4 + length);
            m_calls << call;
            socket->write("HTTP/1.1 " + QByteArray::number(m_status)
                          + " OK\r\nContent-Type: application/json\r\nContent-Length: "
                          + QByteArray::number(m_answer.size()) + "\r\n\r\n" + m_answer);
        }
        socket->setProperty("bytes", bytes);
    }

    QByteArray m_answer;
    int m_status;
    QList<RecordedCall> m_calls;
};

} // namespace braketeer::tests
