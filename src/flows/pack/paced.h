#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <functional>

namespace braketeer::flows {

/// Brings progress from a working thread to the thread that made this, not oftener than every 50 ms and at the end.
class Paced final
{
public:
    using Progress = std::function<void(qint64 done, qint64 total)>;

    explicit Paced(Progress progress) : m_progress(std::move(progress)) { }

    /// On the working thread, and only there.
    void report(qint64 done, qint64 total)
    {
        if (!m_progress || (done < total && m_last.isValid() && m_last.elapsed() < 50))
            return;
        m_last.start();
        QMetaObject::invokeMethod(
            &m_here, [this, done, total] { m_progress(done, total); }, Qt::QueuedConnection);
    }

private:
    QObject m_here; ///< lives with the maker; calls that are under way go with it
    const Progress m_progress;
    QElapsedTimer m_last;
};

} // namespace braketeer::flows
