#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QCoreApplication>
#include <QObject>
#include <QThread>

#include <coroutine>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace braketeer::flows {

/// Runs `work` on a thread of its own and resumes the caller, on its own thread, when it has ended. The stop token is
/// asked to stop when `cancel` is cancelled, and when the program quits: then the thread is waited for, so that it does
/// not outlive what it uses.
///
/// `work` must not touch what belongs to the caller's thread.
class OnThread final
{
public:
    OnThread(std::function<void(std::stop_token)> work, const core::CancelToken &cancel);

    bool await_ready() const { return false; }

    void await_suspend(std::coroutine_handle<> waiting);

    void await_resume() const { }

private:
    struct State;
    std::shared_ptr<State> m_state;
    core::CancelToken::Guard m_guard;
};

/// What `work` gives, from a thread of its own.
template<class T>
[[nodiscard]] core::Task<T> runOnThread(std::function<core::Result<T>(std::stop_token)> work, core::CancelToken cancel)
{
    std::optional<core::Result<T>> result;
    OnThread running([&result, &work](std::stop_token stop) { result.emplace(work(std::move(stop))); }, cancel);
    co_await running;
    co_return std::move(*result);
}

} // namespace braketeer::flows
