#include "flows/transfer/parallel.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace braketeer::flows {
namespace {

using Work = std::function<core::Task<>(int, core::CancelToken)>;

/// What the workers share.
struct Shared
{
    QList<int> numbers;
    qsizetype next = 0;
    Work work;
    core::CancelToken stop;
    std::optional<core::Error> error;
};

core::Task<> worker(std::shared_ptr<Shared> shared)
{
    while (shared->next < shared->numbers.size() && !shared->error && !shared->stop.isCancelled()) {
        const int number = shared->numbers.at(shared->next++);
        const auto done = co_await shared->work(number, shared->stop);
        if (done || shared->error)
            continue;
        shared->error = done.error();
        shared->stop.cancel();
    }
    co_return core::Result<>();
}

} // namespace

core::Task<> forEachPart(QList<int> numbers, int atOnce, Work work, core::CancelToken cancel)
{
    const auto shared = std::make_shared<Shared>();
    shared->numbers = std::move(numbers);
    shared->work = std::move(work);
    const auto guard = cancel.onCancel([stop = shared->stop]() mutable { stop.cancel(); });
    std::vector<core::Task<>> workers;
    const auto count = std::min<qsizetype>(atOnce, shared->numbers.size());
    for (qsizetype i = 0; i < count; ++i)
        workers.push_back(worker(shared));
    for (core::Task<> &running : workers)
        (void)co_await running;
    if (shared->error)
        co_return core::fail(*shared->error);
    co_return core::Result<>();
}

} // namespace braketeer::flows
