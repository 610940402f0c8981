#include "core/canceltoken.h"

#include <utility>

namespace braketeer::core {

struct CancelToken::State
{
    bool cancelled = false;
    std::vector<std::weak_ptr<std::function<void()>>> actions;
};

CancelToken::CancelToken() : m_state(std::make_shared<State>()) { }

void CancelToken::cancel()
{
    if (std::exchange(m_state->cancelled, true))
        return;
    // Taken out first: an action may end the task that owns the guards.
    const auto actions = std::exchange(m_state->actions, {});
    for (const auto &weak : actions) {
        if (const auto action = weak.lock())
            (*action)();
    }
}

bool CancelToken::isCancelled() const
{
    return m_state->cancelled;
}

CancelToken::Guard CancelToken::onCancel(std::function<void()> action) const
{
    if (m_state->cancelled) {
        action();
        return {};
    }
    auto guard = std::make_shared<std::function<void()>>(std::move(action));
    std::erase_if(m_state->actions, [](const auto &weak) { return weak.expired(); });
    m_state->actions.push_back(guard);
    return guard;
}

} // namespace braketeer::core
