#include "sandbox/http/server.h"

#include "sandbox/http/connection.h"
#include "sandbox/http/exchange.h"
#include "sandbox/http/workers.h"

#include <QCoreApplication>

#include <sys/socket.h>

namespace braketeer::sandbox {
namespace {

using namespace std::chrono_literals;

constexpr auto idlePatience = 60s; // longer than clients keep a connection
constexpr int backlog = 128;       // httplib's 5 would lose the connections of a busy script

} // namespace

HttpServer::HttpServer(RequestHandler handler) : m_handler(std::move(handler))
{
    new_task_queue = [] { return new Workers; }; // httplib deletes it
    // Not httplib's SO_REUSEPORT, which would let two sandboxes share a port and the jobs be spread over both.
    set_socket_options([](socket_t descriptor) {
        const int on = 1;
        ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
}

HttpServer::~HttpServer()
{
    shutDown();
}

core::Result<int> HttpServer::start(int port)
{
    const int bound = port == 0 ? bind_to_any_port("127.0.0.1") : (bind_to_port("127.0.0.1", port) ? port : -1);
    if (bound <= 0)
        return core::fail(core::Error::Kind::Network,
                          QCoreApplication::translate("Sandbox",
                                                      "The sandbox cannot listen on port %1 of this machine: another "
                                                      "program may use it. Choose another port, or 0 for any free one.")
                              .arg(port));
    ::listen(svr_sock_, backlog);
    m_listener = std::thread([this] { listen_after_bind(); });
    while (!is_running()) // before that, stop() would have no effect
        std::this_thread::yield();
    return bound;
}

void HttpServer::shutDown()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (const socket_t descriptor : m_open)
            ::shutdown(descriptor, SHUT_RDWR);
    }
    m_stop.notify_all();
    stop();
    if (m_listener.joinable())
        m_listener.join();
}

bool HttpServer::process_and_close_socket(socket_t descriptor)
{
    Connection connection(descriptor);
    if (!enlist(descriptor))
        return false;
    Exchange exchange(connection, m_handler, [this](std::chrono::milliseconds time) { pause(time); });
    while (connection.waitForRequest(idlePatience) && exchange.serveOne()) { }
    strikeOff(descriptor); // while it is still open: its number may be another connection's a moment later
    return true;
}

bool HttpServer::enlist(socket_t descriptor)
{
    const std::lock_guard lock(m_mutex);
    if (!m_stopping)
        m_open.insert(descriptor);
    return !m_stopping;
}

void HttpServer::strikeOff(socket_t descriptor)
{
    const std::lock_guard lock(m_mutex);
    m_open.erase(descriptor);
}

void HttpServer::pause(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    m_stop.wait_for(lock, time, [this] { return m_stopping; });
}

} // namespace braketeer::sandbox
