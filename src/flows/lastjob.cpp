#include "flows/lastjob.h"

#include "exchange/document.h"
#include "store/history/history.h"

using namespace Qt::StringLiterals;

namespace braketeer::flows {

core::Task<std::optional<LastJob>> lastJobNamed(std::shared_ptr<Session> session, QString jobName)
{
    if (jobName.isEmpty())
        co_return std::nullopt;
    const auto history = co_await session->history();
    if (!history)
        co_return core::fail(history.error());
    store::HistoryFilter filter;
    filter.jobName = jobName;
    filter.states = {store::SubmissionState::Accepted};
    const store::HistoryPage newest{.before = 0, .limit = 1};
    const auto found = co_await (*history)->list(filter, newest);
    if (!found)
        co_return core::fail(found.error());
    if (found->rows.isEmpty())
        co_return std::nullopt;
    const auto whole = co_await (*history)->get(found->rows.first().id);
    if (!whole)
        co_return core::fail(whole.error());
    auto spec = exchange::readDocument(whole->request, exchange::Format::Json);
    if (!spec)
        co_return core::fail(spec.error());
    spec->remove(job::Path::parse(u"clientToken"));
    co_return LastJob{*spec, whole->createdAt};
}

} // namespace braketeer::flows
