#include "gui/history/historyfeed.h"

#include "flows/watch.h"
#include "gui/history/historymodel.h"
#include "gui/history/instancetypes.h"
#include "store/history/history.h"

#include <QPointer>

namespace braketeer::gui {
namespace {

constexpr int pageSize = 200;
constexpr int pollEveryMs = 1000;

} // namespace

HistoryFeed::HistoryFeed(HistoryModel &model, QObject *parent) : QObject(parent), m_model(model)
{
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(0);
    m_watchTimer.setSingleShot(true);
    m_pollTimer.setInterval(pollEveryMs);
    connect(&m_reloadSoon, &QTimer::timeout, this, [this] { reload(); });
    connect(&m_watchTimer, &QTimer::timeout, this, [this] { watch(false); });
    connect(&m_pollTimer, &QTimer::timeout, this, [this] {
        m_model.tick();
        poll();
    });
    connect(&model, &HistoryModel::olderWanted, this, [this] { readOlder(); });
}

HistoryFeed::~HistoryFeed() = default;

void HistoryFeed::setSession(std::shared_ptr<flows::Session> session)
{
    if (m_history)
        disconnect(m_history.get(), nullptr, this, nullptr);
    m_history.reset();
    m_session = session;
    m_model.clear();
    m_watchTimer.stop();
    m_pollTimer.stop();
    if (session)
        open(std::move(session));
}

void HistoryFeed::search(const QString &words)
{
    if (m_filter.text == words)
        return;
    m_filter.text = words;
    m_reloadSoon.start();
}

void HistoryFeed::refresh()
{
    watch(true);
}

void HistoryFeed::setWatchInterval(int milliseconds)
{
    m_watchInterval = milliseconds;
    schedule();
}

// Each coroutine below may outlive the feed: `self` is asked again after every wait, and members are used only then.

QCoro::Task<> HistoryFeed::open(std::shared_ptr<flows::Session> session)
{
    const QPointer<HistoryFeed> self(this);
    const auto history = co_await session->history();
    if (!self || m_session != session)
        co_return;
    if (!history) {
        Q_EMIT historyTroubled(history.error());
        co_return;
    }
    m_history = *history;
    connect(m_history.get(), &store::History::changed, &m_reloadSoon, qOverload<>(&QTimer::start));
    if (const auto writable = m_history->writable(); !writable)
        Q_EMIT historyTroubled(writable.error());
    m_pollTimer.start();
    co_await (*history)->pollForeignChanges(); // from here on, so that nothing falls between this and the first look
    if (self)
        reload();
}

QCoro::Task<> HistoryFeed::reload()
{
    if (!m_history)
        co_return;
    if (m_reading) {
        m_readAgain = true;
        co_return;
    }
    m_reading = true;
    const QPointer<HistoryFeed> self(this);
    const auto history = m_history;
    const store::HistoryFilter filter = m_filter;
    const int limit = qMax(pageSize, m_model.rowCount());
    const store::HistoryPage newest{.before = 0, .limit = limit};
    const auto page = co_await history->list(filter, newest);
    if (!self)
        co_return;
    QList<HistoryRow> rows;
    if (page)
        rows = co_await withInstanceTypes(history, page->rows, m_model.knownInstances());
    if (!self)
        co_return;
    m_reading = false;
    if (!page)
        Q_EMIT historyTroubled(page.error());
    else if (m_history == history && m_filter == filter)
        m_model.setRows(rows, page->more);
    if (std::exchange(m_readAgain, false) || m_history != history || !(m_filter == filter))
        m_reloadSoon.start();
    schedule();
}

QCoro::Task<> HistoryFeed::readOlder()
{
    if (!m_history || m_model.rowCount() == 0)
        co_return;
    const QPointer<HistoryFeed> self(this);
    const auto history = m_history;
    const store::HistoryFilter filter = m_filter;
    const qint64 before = m_model.submission(m_model.rowCount() - 1).id;
    const store::HistoryPage older{.before = before, .limit = pageSize};
    const auto page = co_await history->list(filter, older);
    if (!self || !page)
        co_return;
    const QList<HistoryRow> rows = co_await withInstanceTypes(history, page->rows, {});
    if (!self || m_history != history || !(m_filter == filter) || m_model.rowCount() == 0
        || m_model.submission(m_model.rowCount() - 1).id != before)
        co_return;
    m_model.appendRows(rows, page->more);
}

QCoro::Task<> HistoryFeed::watch(bool asked)
{
    if (!m_session || m_watching)
        co_return;
    m_watching = true;
    const QPointer<HistoryFeed> self(this);
    const auto report = co_await flows::refreshJobs(m_session);
    if (!self)
        co_return;
    m_watching = false;
    if (asked) {
        if (report)
            Q_EMIT refreshed();
        else
            Q_EMIT refreshFailed(report.error());
    }
    schedule();
}

QCoro::Task<> HistoryFeed::poll()
{
    if (m_history) {
        const auto history = m_history; // keeps it alive while it is asked
        co_await history->pollForeignChanges();
    }
}

void HistoryFeed::schedule()
{
    if (m_watchInterval <= 0 || m_model.unfinishedCount() == 0)
        m_watchTimer.stop();
    else if (!m_watchTimer.isActive() && !m_watching)
        m_watchTimer.start(m_watchInterval);
}

} // namespace braketeer::gui
