#pragma once

#include "sandbox/http/connection.h"
#include "sandbox/http/message.h"

#include <httplib.h>

namespace braketeer::sandbox {

/// The requests of one connection, one after the other: httplib reads the head and writes the answer, in between
/// stands the handler. One object a connection, so that httplib's handlers know whose request they see.
class Exchange final : private httplib::Server
{
public:
    /// Both must outlive this object. `pause` waits that long, or shorter when the server stops.
    Exchange(Connection &connection, const RequestHandler &handler,
             std::function<void(std::chrono::milliseconds)> pause);

    /// False when the connection has to be closed.
    bool serveOne();

    /// Largest body that is taken; more is answered by 413.
    static constexpr qint64 largestBody = 10 * 1024 * 1024;

private:
    void prepare(httplib::Request &request);
    Answer answer();
    void deliver(const Answer &answer, httplib::Response &response);

    Connection &m_connection;
    const RequestHandler &m_handler;
    const std::function<void(std::chrono::milliseconds)> m_pause;
    bool m_keepAlive = true;
};

} // namespace braketeer::sandbox
