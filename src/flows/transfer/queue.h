#pragma once

#include "core/task.h"
#include "flows/transfer/engine.h"
#include "flows/transfer/transfer.h"

#include <QList>
#include <QObject>

#include <memory>

namespace braketeer::flows {

/// Transfers in the order they were asked for, a few at a time, each with its state for people to watch.
///
/// `changed(id)` comes at each change of state at once, and about ten times a second while bytes move. A transfer stays
/// in the list after its end until it is removed. Nothing is lost by a crash, not even what only waited: see restore().
/// One thread: the session's. Deleting the queue stops what runs, and keeps it for restore().
class TransferQueue final : public QObject
{
    Q_OBJECT
public:
    explicit TransferQueue(std::shared_ptr<TransferEngine> engine, QObject *parent = nullptr);
    explicit TransferQueue(std::shared_ptr<Session> session, QObject *parent = nullptr);
    ~TransferQueue() override;

    /// Adds one at the end and gives its id, from 1 on. Trouble shows in the state, never here.
    qint64 upload(QString path, core::S3Uri place, TransferOptions options = {});
    qint64 download(core::S3Uri place, QString path, TransferOptions options = {});

    /// Stops the parts that are under way; those that are complete stay. Without effect at the end.
    void pause(qint64 id);
    /// Goes on with a paused one.
    void resume(qint64 id);
    /// Stops, and takes away what has arrived: the parts at the service, the temporary file.
    void cancel(qint64 id);
    /// Goes on with a failed one, or begins a cancelled one anew.
    void retry(qint64 id);
    /// Takes a transfer that is at its end from the list.
    void remove(qint64 id);

    QList<TransferStatus> transfers() const; ///< oldest first
    std::optional<TransferStatus> transfer(qint64 id) const;
    bool isBusy() const; ///< something runs or waits

    /// Adds what an earlier run left unfinished here, as Paused; a transfer of a process that still lives is left
    /// alone. Gives how many.
    [[nodiscard]] core::Task<int> restore();

Q_SIGNALS:
    void added(qint64 id);
    void changed(qint64 id);
    void finished(qint64 id); ///< Done, Failed or Cancelled; after changed()
    void removed(qint64 id);

private:
    struct State;
    const std::shared_ptr<State> m_state;
};

} // namespace braketeer::flows
