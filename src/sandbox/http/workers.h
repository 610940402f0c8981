#pragma once

#include <httplib.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace braketeer::sandbox {

/// Threads that are made when there is nobody free, up to a limit: a kept-alive connection holds its thread, so
/// a small fixed pool (httplib's own) would let a ninth client wait until another one closes.
class Workers final : public httplib::TaskQueue
{
public:
    void enqueue(std::function<void()> task) override;
    /// Ends when every task has ended.
    void shutdown() override;

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    std::vector<std::thread> m_threads;
    std::size_t m_idle = 0;
    bool m_ending = false;
};

} // namespace braketeer::sandbox
