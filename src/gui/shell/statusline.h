#pragma once

#include <QObject>
#include <QTimer>

class QLabel;
class QProgressBar;
class QStatusBar;

namespace braketeer::flows {
struct Place;
} // namespace braketeer::flows

namespace braketeer::gui {

/// The line at the bottom: the place worked in (a band in words and colour for the demo), what just happened, what is
/// going on, and how many jobs run.
class StatusLine final : public QObject
{
    Q_OBJECT
public:
    explicit StatusLine(QStatusBar &bar);

    void showPlace(const flows::Place &place);
    void showJobs(int unfinished, int open);
    /// Files that are on their way; nothing is said when there are none.
    void showTransfers(int uploads, int downloads);
    /// For some seconds: "Copied …".
    void say(const QString &sentence);
    /// As long as something is going on; empty: nothing is.
    void showProgress(const QString &what);

private:
    QLabel *m_place = nullptr;
    QLabel *m_said = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_jobs = nullptr;
    QLabel *m_transfers = nullptr;
    QTimer m_forget;
};

} // namespace braketeer::gui
