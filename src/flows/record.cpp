#include "flows/record.h"

#include "store/history/history.h"
#include "store/paths.h"

namespace braketeer::flows {
namespace {

core::Task<std::shared_ptr<store::History>> openRecord(Surroundings surroundings)
{
    store::HistoryOptions options;
    if (surroundings.historyInline)
        options.place = store::HistoryOptions::Place::Inline;
    const QString file = store::historyFile(store::dataFolder(surroundings.environment), false);
    co_return co_await store::History::open(file, options);
}

core::Task<store::Submission> findIn(std::shared_ptr<store::History> history, QString what)
{
    bool isNumber = false;
    const qint64 id = what.toLongLong(&isNumber);
    if (isNumber) {
        auto numbered = co_await history->get(id);
        if (numbered)
            co_return numbered;
    }
    co_return co_await history->find(what); // a name or a token may be a number too
}

} // namespace

core::Task<store::HistoryRows> listRecord(Surroundings surroundings, store::HistoryFilter filter,
                                          store::HistoryPage page)
{
    const auto history = co_await openRecord(surroundings);
    if (!history)
        co_return core::fail(history.error());
    co_return co_await (*history)->list(filter, page);
}

core::Task<store::Submission> findRecord(Surroundings surroundings, QString what)
{
    const auto history = co_await openRecord(surroundings);
    if (!history)
        co_return core::fail(history.error());
    co_return co_await findIn(*history, what);
}

core::Task<qint64> noteRecord(Surroundings surroundings, QString what, QString note)
{
    const auto history = co_await openRecord(surroundings);
    if (!history)
        co_return core::fail(history.error());
    const auto found = co_await findIn(*history, what);
    if (!found)
        co_return core::fail(found.error());
    const auto noted = co_await (*history)->setNote(found->id, note);
    if (!noted)
        co_return core::fail(noted.error());
    co_return qint64(found->id);
}

core::Task<qint64> forgetRecord(Surroundings surroundings, QString what)
{
    const auto history = co_await openRecord(surroundings);
    if (!history)
        co_return core::fail(history.error());
    const auto found = co_await findIn(*history, what);
    if (!found)
        co_return core::fail(found.error());
    const auto forgotten = co_await (*history)->forget(found->id);
    if (!forgotten)
        co_return core::fail(forgotten.error());
    co_return qint64(found->id);
}

} // namespace braketeer::flows
