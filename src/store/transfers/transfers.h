#pragma once

#include "core/task.h"
#include "store/transfers/transferrow.h"

#include <QList>
#include <QString>

#include <memory>

namespace braketeer::store {

class Worker;

/// The record of transfers that are not at their end, so that they can go on after a crash: a table beside the history,
/// with a connection and a thread of its own, so that a history alone pays nothing for it.
///
/// Several processes may use one file. Fails with Store: a file that is newer, damaged, or cannot be written. Called on
/// the thread that opened it; tasks resume there.
class Transfers final
{
public:
    /// `path`: the history's file (store::historyFile()).
    [[nodiscard]] static core::Task<std::shared_ptr<Transfers>> open(QString path);
    ~Transfers();

    /// Records a transfer of this process and gives its id. One that is there for the same direction, file and place is
    /// replaced, unless a living process has it: fails with Usage then.
    [[nodiscard]] core::Task<qint64> begin(TransferRow row);
    /// What became known on the way: size, time, ETag, upload id, part size, region, state, error.
    [[nodiscard]] core::Task<> update(TransferRow row);
    [[nodiscard]] core::Task<> finishParts(qint64 id, QList<TransferPart> parts);
    [[nodiscard]] core::Task<> forgetParts(qint64 id);
    /// At its end: nothing to resume any more.
    [[nodiscard]] core::Task<> remove(qint64 id);

    /// Leaves it to whoever takes it next: this process has stopped working on it.
    [[nodiscard]] core::Task<> release(qint64 id);

    /// Takes a transfer over that no living process has; with its parts. Null when it is gone or somebody has it.
    [[nodiscard]] core::Task<std::optional<TransferRow>> take(qint64 id);
    /// The same for what begin() would record.
    [[nodiscard]] core::Task<std::optional<TransferRow>> takeSame(TransferRow like);
    /// All of them, oldest first, without parts; `TransferRow::alive` tells those that a living process has.
    [[nodiscard]] core::Task<QList<TransferRow>> list();

private:
    explicit Transfers(std::shared_ptr<Worker> worker);

    const std::shared_ptr<Worker> m_worker;
};

} // namespace braketeer::store
