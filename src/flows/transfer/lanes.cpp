#include "flows/transfer/lanes.h"

#include <algorithm>

namespace braketeer::flows {
namespace {

constexpr int successesForOneMore = 8; ///< for each lane that there is

} // namespace

Lanes::Lanes(int most) : m_most(std::max(1, most)), m_limit(m_most) { }

Lanes::~Lanes() = default;

Lanes::Entry Lanes::enter(core::CancelToken cancel)
{
    return {*this, std::move(cancel)};
}

void Lanes::succeeded()
{
    if (m_limit == m_most || ++m_successes < successesForOneMore * m_limit)
        return;
    ++m_limit;
    m_successes = 0;
    admit();
}

void Lanes::slowDown(const Pass &pass)
{
    if (pass.m_era != m_era)
        return;
    ++m_era;
    m_limit = std::max(1, m_limit / 2);
    m_successes = 0;
}

void Lanes::leave()
{
    --m_busy;
    admit();
}

void Lanes::admit()
{
    while (m_busy < m_limit && !m_waiting.empty()) {
        Entry *first = m_waiting.front();
        m_waiting.pop_front();
        ++m_busy;
        first->m_admitted = true;
        first->resumeLater();
    }
}

bool Lanes::Entry::await_ready()
{
    if (m_cancel.isCancelled())
        return true;
    if (m_lanes.m_busy >= m_lanes.m_limit || !m_lanes.m_waiting.empty())
        return false;
    ++m_lanes.m_busy;
    m_admitted = true;
    return true;
}

void Lanes::Entry::await_suspend(std::coroutine_handle<> waiting)
{
    m_waiting = waiting;
    m_lanes.m_waiting.push_back(this);
    m_guard = m_cancel.onCancel([this] {
        if (m_resuming)
            return;
        m_lanes.m_waiting.remove(this);
        resumeLater();
    });
}

Lanes::Pass Lanes::Entry::await_resume()
{
    m_guard.reset();
    return m_admitted ? Pass(&m_lanes) : Pass();
}

// Not at once: whoever leaves a lane is in the middle of something.
void Lanes::Entry::resumeLater()
{
    m_resuming = true;
    QMetaObject::invokeMethod(
        &m_lanes.m_here, [waiting = m_waiting] { waiting.resume(); }, Qt::QueuedConnection);
}

} // namespace braketeer::flows
