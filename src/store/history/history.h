#pragma once

#include "core/task.h"
#include "store/history/claim.h"
#include "store/history/filter.h"
#include "store/history/submission.h"

#include <QObject>

#include <functional>
#include <memory>

namespace braketeer::store {

class Connection;
class Worker;

/// How to open a history.
struct HistoryOptions
{
    /// Thread: no call blocks the caller for longer than it takes to post it; for windows.
    /// Inline: every call does its work before it returns, and its task is finished; for commands, where starting a
    /// thread costs more than the work.
    enum class Place { Thread, Inline };
    Place place = Place::Thread;
};

/// The record of every submission: an SQLite file that only its owner can read (0600), in a folder of mode 0700.
///
/// What a task reports as done is on the disk (write-ahead log, synchronous=FULL). Several processes may use one file
/// at the same time. Every member is called on the thread that opened the history; tasks resume there.
///
/// A file of a newer version is opened for reading only: every call that writes fails with Store then. A file that is
/// not sound is kept aside under another name ("history.damaged-20260102T030405Z.sqlite") and never written to: every
/// call fails with Store, and the next open begins a new one. `writable()` holds the sentence for people.
class History final : public QObject
{
    Q_OBJECT
public:
    enum class Mode { ReadWrite, ReadOnlyNewer, Damaged };
    Q_ENUM(Mode)

    /// Opens, creates or migrates. Fails with Store where there is neither a readable file nor a place for one.
    [[nodiscard]] static core::Task<std::shared_ptr<History>> open(QString path, HistoryOptions options = {});
    ~History() override;

    Mode mode() const { return m_mode; }

    QString path() const { return m_path; }

    QString keptAside() const { return m_keptAside; } ///< where a damaged file is now; empty unless mode() is Damaged

    core::Result<> writable() const;

    // Submitting. Each is one durable transaction, and succeeds only when it found the submission in an open state.

    /// Records a submission that is not sent yet, with state Prepared, or Sent when `submission.state` says so (then
    /// `firstSentAt` and `attempts` are the caller's). Gives its id. `claim` keeps others from resolving it meanwhile.
    [[nodiscard]] core::Task<qint64> prepare(Submission submission, Claim claim);
    /// Before every send: state Sent, `attempts` + 1, `firstSentAt` unless it is known.
    [[nodiscard]] core::Task<> markSent(qint64 id, QDateTime when);
    [[nodiscard]] core::Task<> markUnknown(qint64 id, core::Error error);
    [[nodiscard]] core::Task<> accept(qint64 id, QString jobArn);
    [[nodiscard]] core::Task<> refuse(qint64 id, core::Error error);

    // Claims.

    /// True when `claim` now has the open submission `id`; false when somebody else has, or it is settled.
    [[nodiscard]] core::Task<bool> claim(qint64 id, Claim claim);
    /// Extends, for a holder that is slow. False when the claim was lost.
    [[nodiscard]] core::Task<bool> renew(qint64 id, Claim claim);
    [[nodiscard]] core::Task<> release(qint64 id, Claim claim);

    // Reading.

    /// All open submissions, oldest first, with their requests.
    [[nodiscard]] core::Task<QList<Submission>> openSubmissions();
    /// Whole, with request and last job answer. Fails with Store when there is none.
    [[nodiscard]] core::Task<Submission> get(qint64 id);
    /// Like get(), for the newest submission with this ARN, or this client token, or this job name.
    [[nodiscard]] core::Task<Submission> find(QString jobArnTokenOrName);
    [[nodiscard]] core::Task<HistoryRows> list(HistoryFilter filter, HistoryPage page = {});
    [[nodiscard]] core::Task<qint64> count(HistoryFilter filter);
    /// True when an accepted submission has this ARN.
    [[nodiscard]] core::Task<bool> knowsJob(QString jobArn);

    // Keeping up to date.

    /// Writes what is new; success also when no submission has this ARN. True when something changed.
    [[nodiscard]] core::Task<bool> updateJob(QString jobArn, JobUpdate update);
    [[nodiscard]] core::Task<> setNote(qint64 id, QString note);
    /// Drops the local record; the job itself goes on. Fails with Usage for an open submission: it must be settled
    /// first.
    [[nodiscard]] core::Task<> forget(qint64 id);

    /// Looks whether another process has written since the last look, and emits changed() then. Cheap: for a timer.
    [[nodiscard]] core::Task<bool> pollForeignChanges();

Q_SIGNALS:
    /// Something was written: by this object, or (pollForeignChanges()) by another process, then with id 0.
    void changed(qint64 id);

private:
    History(QString path, std::shared_ptr<Worker> worker);

    template<class T>
    core::Task<T> read(std::function<core::Result<T>(Connection &)> work);
    /// `id`: what changed() reports; emitted when `work` gives a value.
    template<class T>
    core::Task<T> write(qint64 id, std::function<core::Result<T>(Connection &)> work);
    /// Runs `work`, and keeps the file aside when it turns out to be damaged.
    template<class T>
    core::Task<T> guarded(std::function<core::Result<T>(Connection &)> work);

    const QString m_path;
    const std::shared_ptr<Worker> m_worker;
    Mode m_mode = Mode::ReadWrite;
    QString m_keptAside;
    qint64 m_dataVersion = 0;
};

} // namespace braketeer::store
