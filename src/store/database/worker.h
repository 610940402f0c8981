#pragma once

#include "core/task.h"
#include "store/database/connection.h"

#include <QObject>
#include <QThread>

#include <coroutine>
#include <functional>
#include <memory>
#include <optional>

namespace braketeer::store {

/// Where a connection does its work: on a thread of its own, or inside the call.
///
/// Made, asked and destroyed on one thread, the asker's; tasks resume there, through its event loop.
class Worker final
{
public:
    enum class Place { Thread, Inline };
    explicit Worker(Place place);
    /// No task is waiting then: each of them shares the worker until it has its answer.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// What `work` gives, in the order of the calls.
    template<class T>
    [[nodiscard]] static core::Task<T> run(std::shared_ptr<Worker> worker,
                                           std::function<core::Result<T>(Connection &)> work)
    {
        std::optional<core::Result<T>> result;
        Posted posted{*worker, [&result, &work](Connection &connection) { result.emplace(work(connection)); }};
        co_await posted;
        co_return std::move(*result);
    }

private:
    /// Suspends until `work` was done with the connection. Lives in the waiting coroutine's frame.
    struct Posted
    {
        Worker &worker;
        std::function<void(Connection &)> work;

        bool await_ready();
        void await_suspend(std::coroutine_handle<> waiting);

        void await_resume() const { }
    };

    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<QObject> m_there; ///< lives on the thread; null when inline
    QObject m_here;                   ///< lives with the asker
    QThread m_thread;
};

} // namespace braketeer::store
