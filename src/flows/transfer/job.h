#pragma once

#include "core/task.h"
#include "flows/transfer/enginecore.h"
#include "flows/transfer/meter.h"
#include "flows/transfer/transfer.h"
#include "store/transfers/transferrow.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <memory>

namespace braketeer::flows {

/// One transfer from its beginning to its end, however often it stops in between: what the queue holds, and what
/// uploadFile() and downloadFile() wait for. Shared with its own tasks. One thread.
class TransferJob final : public std::enable_shared_from_this<TransferJob>
{
public:
    TransferJob(std::shared_ptr<TransferEngine> engine, Direction direction, QString path, core::S3Uri place,
                TransferOptions options);
    /// What an earlier run left, taken from the record: paused.
    TransferJob(std::shared_ptr<TransferEngine> engine, store::TransferRow row,
                std::shared_ptr<store::Transfers> record);
    ~TransferJob();
    TransferJob(const TransferJob &) = delete;
    TransferJob &operator=(const TransferJob &) = delete;

    const std::shared_ptr<TransferEngine> engine;
    const TransferOptions options;

    /// Told at each change of state, and about ten times a second while bytes move.
    std::function<void()> onChange;

    const TransferStatus &status() const { return m_status; }

    /// Queued, from any state that is not running.
    void enqueue();

    /// Writes it down before its turn comes, so that a next process knows of it; not while it runs. Trouble is passed
    /// over: then it is written down when it begins, or not at all.
    [[nodiscard]] static QCoro::Task<> noteDown(std::shared_ptr<TransferJob> job);

    /// noteDown() is over, since it was queued.
    bool isNoted() const { return m_noted; }

    /// Something runs it, or is about to.
    bool isRunning() const { return m_running; }

    /// Promises a run() that comes in a moment; pause() and cancel() mean that run from now on.
    void reserve();
    /// After reserve(). Runs until it is done, fails or is stopped; the state says which. Fails when the state is not
    /// Done.
    [[nodiscard]] static core::Task<> run(std::shared_ptr<TransferJob> job);

    /// Leaves what was kept to whoever takes it: for a job that goes before its end.
    void release();

    /// Ends run() soon: with Paused, and all that has arrived kept; or with Cancelled, and nothing kept. A job that is
    /// not running changes its state at once.
    void pause();
    void cancel();

    // For the two directions.

    store::TransferRow row;                   ///< what the record has, or would have
    std::shared_ptr<store::Transfers> record; ///< null: nothing is written down
    core::CancelToken stopToken;              ///< of this run
    bool ownsPartialFile = false;             ///< of a download: it is there, and this job made it
    aws::BulkCounter moved = std::make_shared<std::atomic<qint64>>(0); ///< bytes that have arrived, from all runs

    void setTotal(qint64 bytes);
    void setVerifying();

    void setProof(Proof proof) { m_status.proof = proof; }

    /// Opens the record and takes over what an earlier run wrote of the same transfer; true when there was something.
    [[nodiscard]] static core::Task<bool> takeRecorded(std::shared_ptr<TransferJob> job);
    /// Writes `row` down, as a new transfer when it has no id.
    [[nodiscard]] static core::Task<> writeDown(std::shared_ptr<TransferJob> job);
    [[nodiscard]] static core::Task<> writeParts(std::shared_ptr<TransferJob> job, QList<store::TransferPart> parts);
    [[nodiscard]] static core::Task<> forgetParts(std::shared_ptr<TransferJob> job);

private:
    enum class Stop { None, Pause, Cancel };

    void setState(TransferState state);
    void fail(core::Error error);
    void tick();
    [[nodiscard]] static QCoro::Task<> noteNew(std::shared_ptr<TransferJob> job);
    [[nodiscard]] static QCoro::Task<> settle(std::shared_ptr<TransferJob> job, core::Result<> result);
    [[nodiscard]] static QCoro::Task<> keep(std::shared_ptr<TransferJob> job, QString why);
    static QCoro::Task<> discard(std::shared_ptr<TransferJob> job);

    TransferStatus m_status;
    Stop m_stop = Stop::None;
    bool m_running = false;
    bool m_noted = false;   ///< of a queue, and recorded where there is a record
    bool m_claimed = false; ///< the record says that this process works on it
    Meter m_meter;
    QElapsedTimer m_clock;
    QTimer m_timer;
};

} // namespace braketeer::flows
