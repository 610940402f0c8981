#include "flows/pack/onthread.h"

namespace braketeer::flows {

struct OnThread::State
{
    State() = default;

    ~State()
    {
        stop.request_stop();
        if (thread)
            thread->wait();
    }

    State(const State &) = delete;
    State &operator=(const State &) = delete;

    std::function<void(std::stop_token)> work;
    std::stop_source stop;
    QObject here; ///< lives with the caller
    std::unique_ptr<QThread> thread;
};

OnThread::OnThread(std::function<void(std::stop_token)> work, const core::CancelToken &cancel)
    : m_state(std::make_shared<State>())
{
    m_state->work = std::move(work);
    m_guard = cancel.onCancel([state = m_state.get()] { state->stop.request_stop(); });
}

void OnThread::await_suspend(std::coroutine_handle<> waiting)
{
    State *state = m_state.get();
    state->thread.reset(QThread::create([state] { state->work(state->stop.get_token()); }));
    state->thread->setObjectName(QStringLiteral("archive"));
    // Quit first waits for the thread; whoever waits for the work is not resumed any more.
    QObject::connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, &state->here, [state] {
        state->stop.request_stop();
        state->thread->wait();
    });
    QObject::connect(state->thread.get(), &QThread::finished, &state->here, [weak = std::weak_ptr(m_state), waiting] {
        const auto keep = weak.lock(); // the coroutine that is resumed may end, and drop its own
        if (keep)
            waiting.resume();
    });
    state->thread->start();
}

} // namespace braketeer::flows
