#pragma once

#include "sandbox/http/bodystream.h"
#include "sandbox/http/message.h"

namespace braketeer::sandbox {

/// The requests of one connection, one after the other: reads the head, lets the handler read the body, and writes the
/// answer.
class Exchange final
{
public:
    /// Both must outlive this object. `pause` waits that long, or shorter when the server stops.
    Exchange(Connection &connection, const RequestHandler &handler,
             std::function<void(std::chrono::milliseconds)> pause);

    /// False when the connection has to be closed.
    bool serveOne();

private:
    bool refuse(int status);
    bool send(const Answer &answer, const RawRequest &request, bool keepAlive);
    bool sendBody(const Answer &answer, qint64 size);
    bool sendPaced(const FileSlice &slice, qint64 bytesPerSecond);

    Connection &m_connection;
    const RequestHandler &m_handler;
    const std::function<void(std::chrono::milliseconds)> m_pause;
};

} // namespace braketeer::sandbox
