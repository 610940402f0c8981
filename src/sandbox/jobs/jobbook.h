#pragma once

#include "core/result.h"
#include "sandbox/jobs/job.h"
#include "sandbox/jobs/life.h"
#include "sandbox/jobs/pace.h"
#include "sandbox/jobs/statefile.h"

#include <QHash>
#include <QList>

#include <functional>

namespace braketeer::sandbox {

/// All jobs of a sandbox and the pace at which they live, kept in a file where one is named. Not thread-safe.
///
/// Two sandboxes may keep their jobs in one file, as two demo windows do: each change is made to what the file holds at
/// that moment, and refresh() takes over what others changed. Times are handed in: `now` is the real clock, without the
/// skew that clients are shown.
class JobBook
{
public:
    JobBook(const QDateTime &now, double speed, QString stateFile);

    /// Reads the file; one that is missing is an empty book. A damaged one is renamed, and its new name is returned.
    /// Fails with Store where that cannot be done.
    core::Result<QString> load(const QDateTime &now, double speed);

    /// Takes over what another sandbox has written since. Call it before each use.
    void refresh();

    void add(const Job &job);
    const Job *find(const QString &arn) const;
    const Job *findByToken(const QString &region, const QString &clientToken) const;

    /// All of a region, or of every region; oldest first.
    QList<Job> jobs(const QString &region = {}) const;

    void cancel(const QString &arn, const QDateTime &now);
    void setTags(const QString &arn, const Tags &tags);

    Life lifeOf(const Job &job, const QDateTime &now) const;
    /// What a client is shown for an age of a job; invalid where its life stands still before.
    QDateTime shownTime(const Job &job, double age) const;

    double sandboxSecondsAt(const QDateTime &now) const { return m_pace.sandboxSecondsAt(now); }

    double speed() const { return m_pace.speed(); }

    void setSpeed(double speed, const QDateTime &now);

private:
    /// Makes a change to the latest state, and saves it.
    void change(const std::function<void()> &make);
    QByteArray toBytes() const;
    bool read(const QByteArray &bytes);
    void append(const Job &job);

    StateFile m_file;
    Pace m_pace;
    QList<Job> m_jobs;
    QHash<QString, qsizetype> m_byArn;
    QHash<QString, qsizetype> m_byToken;
};

} // namespace braketeer::sandbox
