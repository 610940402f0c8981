#include "aws/http/pacing.h"

#include <QCoroTimer>
#include <QRandomGenerator>
#include <QTimer>

namespace braketeer::aws {
namespace {

core::Task<> sleepFor(std::chrono::milliseconds duration, core::CancelToken cancel)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(duration);
    const auto guard = cancel.onCancel([&timer] { timer.start(0); });
    co_await timer;
    co_return core::Result<>();
}

} // namespace

RetryPacing defaultPacing()
{
    return {sleepFor, [] { return QRandomGenerator::global()->generateDouble(); }};
}

} // namespace braketeer::aws
