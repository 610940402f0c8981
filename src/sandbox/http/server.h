#pragma once

#include "core/result.h"
#include "sandbox/http/message.h"

#include <httplib.h>

#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace braketeer::sandbox {

/// Listens on 127.0.0.1 and hands every request to one handler: httplib accepts and counts threads, Connection and
/// Exchange keep the bytes.
class HttpServer final : private httplib::Server
{
public:
    explicit HttpServer(RequestHandler handler);
    ~HttpServer() override;

    /// Port 0: any. The bound port, or Network where it is taken. Call once.
    core::Result<int> start(int port);

    /// Ends when every thread has ended. May be called twice.
    void shutDown();

private:
    bool process_and_close_socket(socket_t descriptor) override;
    bool enlist(socket_t descriptor);
    void strikeOff(socket_t descriptor);
    void pause(std::chrono::milliseconds time);

    const RequestHandler m_handler;
    std::thread m_listener;
    std::mutex m_mutex;
    std::condition_variable m_stop;
    std::set<socket_t> m_open;
    bool m_stopping = false;
};

} // namespace braketeer::sandbox
