#pragma once

#include <functional>
#include <memory>
#include <vector>

namespace braketeer::core {

/// Asks a running task to stop. Copies share one state; the asker keeps one, the task another.
///
/// One thread only: the thread whose event loop runs the task. A token that nobody cancels costs one allocation.
class CancelToken final
{
public:
    CancelToken();

    void cancel();
    bool isCancelled() const;

    /// Calls `action` once when cancelled (at once if it already is), unless the returned guard goes first.
    /// The caller holds the guard for as long as the action's captures live.
    using Guard = std::shared_ptr<void>;
    [[nodiscard]] Guard onCancel(std::function<void()> action) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace braketeer::core
