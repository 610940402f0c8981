#pragma once

#include "core/task.h"
#include "flows/session.h"
#include "store/history/filter.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace braketeer::store {
class History;
struct Submission;
} // namespace braketeer::store

namespace braketeer::gui {

class HistoryModel;

/// Keeps the history model true to the database, and the database true to the service.
///
/// Reads the newest rows again whenever something was written, by this process or another. While there are jobs that
/// have not ended it asks the service about them at growing intervals, one round at a time. Lives in the window's
/// thread.
class HistoryFeed final : public QObject
{
    Q_OBJECT
public:
    explicit HistoryFeed(HistoryModel &model, QObject *parent = nullptr);
    ~HistoryFeed() override;

    /// Shows the history of this session from now on; null: none.
    void setSession(std::shared_ptr<flows::Session> session);
    /// Shows only rows that have these words in them.
    void search(const QString &words);
    /// Asks the service about every unfinished job now.
    void refresh();
    /// How often the service is asked in the background; 0 stops that. The default is 5 seconds.
    void setWatchInterval(int milliseconds);

Q_SIGNALS:
    /// The history cannot be opened or written; `sentence` is for people.
    void historyTroubled(const braketeer::core::Error &error);
    /// A round that a person asked for failed.
    void refreshFailed(const braketeer::core::Error &error);
    /// A round that a person asked for has ended well.
    void refreshed();

private:
    QCoro::Task<> open(std::shared_ptr<flows::Session> session);
    QCoro::Task<> reload();
    QCoro::Task<> readOlder();
    QCoro::Task<> watch(bool asked);
    QCoro::Task<> poll();
    void schedule();

    HistoryModel &m_model;
    std::shared_ptr<flows::Session> m_session;
    std::shared_ptr<store::History> m_history;
    store::HistoryFilter m_filter;
    QTimer m_reloadSoon; ///< several writes, one reading
    QTimer m_watchTimer;
    QTimer m_pollTimer;
    int m_watchInterval = 5000;
    bool m_reading = false;
    bool m_readAgain = false;
    bool m_watching = false;
};

} // namespace braketeer::gui
