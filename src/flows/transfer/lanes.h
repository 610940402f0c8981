#pragma once

#include "core/canceltoken.h"

#include <QObject>

#include <coroutine>
#include <list>
#include <memory>

namespace braketeer::flows {

/// How many large requests may be under way at once: all transfers of an engine share them, first come, first served.
///
/// The number is halved when the service asks to slow down, and grows again, by one at a time, while it does not.
/// One thread.
class Lanes final
{
public:
    explicit Lanes(int most);
    /// Nobody waits then: whoever does keeps the lanes.
    ~Lanes();
    Lanes(const Lanes &) = delete;
    Lanes &operator=(const Lanes &) = delete;

    /// The right to one request, until it goes.
    class Pass final
    {
    public:
        Pass() = default;

        explicit Pass(Lanes *lanes) : m_lanes(lanes), m_era(lanes->m_era) { }

        Pass(Pass &&other) noexcept : m_lanes(std::exchange(other.m_lanes, nullptr)), m_era(other.m_era) { }

        Pass &operator=(Pass other) noexcept
        {
            std::swap(m_lanes, other.m_lanes);
            std::swap(m_era, other.m_era);
            return *this;
        }

        ~Pass()
        {
            if (m_lanes)
                m_lanes->leave();
        }

        explicit operator bool() const { return m_lanes != nullptr; }

    private:
        friend class Lanes;
        Lanes *m_lanes = nullptr;
        int m_era = 0;
    };

    /// Waits for a lane: `const Lanes::Pass pass = co_await lanes.enter(cancel)`. An empty pass when cancelled.
    class Entry;
    Entry enter(core::CancelToken cancel);

    void succeeded();
    /// The service refused the request of this pass because there are too many. Those that were under way at the same
    /// time say the same, and count once.
    void slowDown(const Pass &pass);

    int limit() const { return m_limit; }

private:
    void leave();
    void admit();

    const int m_most;
    int m_limit;
    int m_busy = 0;
    int m_era = 0;       ///< how often it was slowed down
    int m_successes = 0; ///< since the limit changed
    std::list<Entry *> m_waiting;
    QObject m_here;
};

class Lanes::Entry final
{
public:
    Entry(Lanes &lanes, core::CancelToken cancel) : m_lanes(lanes), m_cancel(std::move(cancel)) { }

    bool await_ready();
    void await_suspend(std::coroutine_handle<> waiting);
    Pass await_resume();

private:
    friend class Lanes;
    void resumeLater();

    Lanes &m_lanes;
    core::CancelToken m_cancel;
    core::CancelToken::Guard m_guard;
    std::coroutine_handle<> m_waiting;
    bool m_admitted = false;
    bool m_resuming = false;
};

} // namespace braketeer::flows
