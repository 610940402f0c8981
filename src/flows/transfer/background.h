#pragma once

#include "core/task.h"

#include <QObject>
#include <QThreadPool>

#include <coroutine>
#include <functional>
#include <optional>

namespace braketeer::flows {

/// Threads for what keeps a processor or a disk busy: checksums, waiting for the disk.
///
/// Made and asked on one thread; tasks resume there. Whoever waits keeps it.
class Background final
{
public:
    Background() { m_threads.setMaxThreadCount(2); }

    template<class T>
    [[nodiscard]] static core::Task<T> run(std::shared_ptr<Background> background,
                                           std::function<core::Result<T>()> work)
    {
        std::optional<core::Result<T>> result;
        Posted posted{*background, [&result, &work] { result.emplace(work()); }};
        co_await posted;
        co_return std::move(*result);
    }

private:
    struct Posted
    {
        Background &background;
        std::function<void()> work;

        bool await_ready() const { return false; }

        void await_suspend(std::coroutine_handle<> waiting)
        {
            background.m_threads.start([this, waiting, here = &background.m_here] {
                work();
                QMetaObject::invokeMethod(
                    here, [waiting] { waiting.resume(); }, Qt::QueuedConnection);
            });
        }

        void await_resume() const { }
    };

    QObject m_here;
    QThreadPool m_threads;
};

} // namespace braketeer::flows
