#pragma once

#include "core/canceltoken.h"

#include <QObject>
#include <QSocketNotifier>

namespace braketeer::apps {

/// Turns the first Ctrl+C (SIGINT) or SIGTERM into a cancelled token, so that a command can end in good order; the
/// second one ends the process at once. One object in a process, on the thread of the event loop.
class Interrupt final : public QObject
{
public:
    explicit Interrupt(core::CancelToken token);
    ~Interrupt() override;

private:
    int m_readEnd = -1;
    core::CancelToken m_token;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace braketeer::apps
