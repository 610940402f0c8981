#pragma once

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

/// An HTTP server that does what it is told, byte for byte, and writes down what it got.
///
/// Lives in the test's own thread. `answer` is asked for each whole request; what it gives back is sent as it stands.
class ScriptedServer final : public QObject
{
public:
    struct Reply
    {
        QByteArray bytes;   ///< sent as they are; may be empty
        bool close = false; ///< close the connection after that
    };

    explicit ScriptedServer(std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>())
        : m_server(std::move(server))
    {
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *socket = m_server->nextPendingConnection())
                accept(socket);
        });
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("No port to listen on.");
    }

    std::function<Reply(const QByteArray &request)> answer = [](const QByteArray &) { return ok("{}"); };
    int closeAfterBytes = -1; ///< close as soon as so many bytes of a request came; 0: at once on connecting

    std::chrono::milliseconds delay{0}; ///< before each answer

    QList<QByteArray> requests; ///< whole ones: head and body
    int connections = 0;
    int begun = 0; ///< requests of which at least one byte came

    quint16 port() const { return m_server->serverPort(); }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(port()); }

    static Reply status(const QByteArray &line, const QByteArray &body, const QByteArray &headers = {})
    {
        return {"HTTP/1.1 " + line + "\r\nContent-Type: application/json\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body};
    }

    static Reply ok(const QByteArray &body) { return status("200 OK", body); }

    /// Value of a header of a request, empty where there is none.
    static QByteArray header(const QByteArray &request, const QByteArray &name)
    {
        for (const QByteArray &line : request.first(request.indexOf("\r\n\r\n")).split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0 && line.first(colon).toLower() == name.toLower())
                return line.sliced(colon + 1).trimmed();
        }
        return {};
    }

    static QByteArray body(const QByteArray &request) { return request.sliced(request.indexOf("\r\n\r\n") + 4); }

private:
    void accept(QTcpSocket *socket)
    {
        ++connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (closeAfterBytes == 0) {
            socket->abort();
            return;
        }
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        if (socket->bytesAvailable() > 0)
            read(socket);
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        if (buffer.isEmpty() && socket->bytesAvailable() > 0)
            ++begun;
        buffer += socket->readAll();
        if (closeAfterBytes > 0 && buffer.size() >= closeAfterBytes) {
            socket->abort();
            return;
        }
        for (;;) {
            const qsizetype head = buffer.indexOf("\r\n\r\n");
            if (head < 0)
                return;
            const qsizetype length = head + 4 + header(buffer, "content-length").toLongLong();
            if (buffer.size() < length) {
                if (!header(buffer, "expect").isEmpty() && !m_told.contains(socket)) {
                    m_told.insert(socket);
                    socket->write("HTTP/1.1 100 Continue\r\n\r\n");
                }
                return;
            }
            m_told.remove(socket);
            const QByteArray request = buffer.first(length);
            buffer.remove(0, length);
            requests.append(request);
            const Reply reply = answer(request);
            QTimer::singleShot(delay, socket, [socket, reply] {
                socket->write(reply.bytes);
                if (reply.close)
                    socket->disconnectFromHost();
            });
        }
    }

    const std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QSet<QTcpSocket *> m_told; ///< that they may send their body
};
