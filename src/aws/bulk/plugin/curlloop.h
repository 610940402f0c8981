#pragma once

#include "aws/bulk/plugin/curlexchange.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace braketeer::aws {

/// libcurl's multi interface on a thread of its own: all requests of one transport, their connections kept.
class CurlLoop final
{
public:
    explicit CurlLoop(CurlSettings settings);
    /// Waits for the thread. No exchange is under way then: whoever waits for one keeps the loop.
    ~CurlLoop();
    CurlLoop(const CurlLoop &) = delete;
    CurlLoop &operator=(const CurlLoop &) = delete;

    /// From any thread. The exchange's `done` is called on the loop's thread.
    void start(std::shared_ptr<CurlExchange> exchange);
    /// Ends the exchange of that number as cancelled, unless it has ended already.
    void cancel(std::uint64_t number);

private:
    struct Running
    {
        std::shared_ptr<CurlExchange> exchange;
        CURL *handle;
    };

    void run();
    bool takeOrders();
    void begin(std::shared_ptr<CurlExchange> exchange);
    void stop(std::uint64_t number);
    void collect();
    void end(size_t index);

    const CurlSettings m_settings;
    CURLM *const m_multi;
    std::vector<Running> m_running; ///< the loop's thread only
    std::vector<CURL *> m_idle;     ///< handles to use again; the loop's thread only

    std::mutex m_mutex;
    std::vector<std::shared_ptr<CurlExchange>> m_toStart; ///< guarded
    std::vector<std::uint64_t> m_toStop;                  ///< guarded
    bool m_quit = false;                                  ///< guarded

    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace braketeer::aws
