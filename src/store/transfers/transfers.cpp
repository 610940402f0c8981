#include "store/transfers/transfers.h"

#include "store/database/worker.h"
#include "store/history/claim.h"
#include "store/history/openfile.h"
#include "store/transfers/transferstatements.h"

#include <QCoreApplication>
#include <QDir>

namespace braketeer::store {
namespace {

template<class T>
using Work = std::function<core::Result<T>(Connection &)>;

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

/// A name for this process as the one that works on a transfer; its time limit is not used: a dead process is known.
QString owner()
{
    return newClaim(now(), 0).owner;
}

core::Error unusable(const QString &path, const OpenedFile &opened)
{
    core::Error error;
    error.kind = core::Error::Kind::Store;
    const QString file = QDir::toNativeSeparators(path);
    if (opened.condition == OpenedFile::Condition::Newer)
        error.message = QCoreApplication::translate("Store", "The history %1 was written by a newer version of this "
                                                             "program, and can only be read.")
                            .arg(file);
    else
        error.message = QCoreApplication::translate("Store", "The history %1 was damaged, and is kept as %2.")
                            .arg(file, QDir::toNativeSeparators(opened.keptAside));
    return error;
}

core::Result<> openFile(Connection &connection, const QString &path)
{
    const auto opened = openHistoryFile(connection, path);
    if (!opened)
        return core::fail(opened.error());
    if (opened->condition != OpenedFile::Condition::Sound)
        return core::fail(unusable(path, *opened));
    // A part that is forgotten in a power cut is sent again: nothing waits for the disk here.
    return connection.run("PRAGMA synchronous = NORMAL");
}

} // namespace

Transfers::Transfers(std::shared_ptr<Worker> worker) : m_worker(std::move(worker)) { }

Transfers::~Transfers() = default;

core::Task<std::shared_ptr<Transfers>> Transfers::open(QString path)
{
    auto worker = std::make_shared<Worker>(Worker::Place::Thread);
    const Work<void> work = [path](Connection &connection) { return openFile(connection, path); };
    const core::Result<> opened = co_await Worker::run<void>(worker, work);
    if (!opened)
        co_return core::fail(opened.error());
    const std::shared_ptr<Transfers> transfers(new Transfers(worker));
    co_return core::Result<std::shared_ptr<Transfers>>(transfers);
}

core::Task<qint64> Transfers::begin(TransferRow row)
{
    const Work<qint64> work = [row = std::move(row)](Connection &connection) {
        return statements::beginTransfer(connection, row, owner());
    };
    return Worker::run<qint64>(m_worker, work);
}

core::Task<> Transfers::update(TransferRow row)
{
    row.updatedAt = now();
    const Work<void> work = [row = std::move(row)](Connection &connection) {
        return statements::updateTransfer(connection, row);
    };
    return Worker::run<void>(m_worker, work);
}

core::Task<> Transfers::finishParts(qint64 id, QList<TransferPart> parts)
{
    const Work<void> work = [id, parts = std::move(parts)](Connection &connection) {
        return statements::finishParts(connection, id, parts, now());
    };
    return Worker::run<void>(m_worker, work);
}

core::Task<> Transfers::forgetParts(qint64 id)
{
    const Work<void> work = [id](Connection &connection) { return statements::forgetParts(connection, id); };
    return Worker::run<void>(m_worker, work);
}

core::Task<> Transfers::remove(qint64 id)
{
    const Work<void> work = [id](Connection &connection) { return statements::removeTransfer(connection, id); };
    return Worker::run<void>(m_worker, work);
}

core::Task<> Transfers::release(qint64 id)
{
    const Work<void> work = [id](Connection &connection) { return statements::releaseTransfer(connection, id); };
    return Worker::run<void>(m_worker, work);
}

core::Task<std::optional<TransferRow>> Transfers::take(qint64 id)
{
    const Work<std::optional<TransferRow>> work = [id](Connection &connection) {
        return statements::takeTransfer(connection, id, owner());
    };
    return Worker::run<std::optional<TransferRow>>(m_worker, work);
}

core::Task<std::optional<TransferRow>> Transfers::takeSame(TransferRow like)
{
    const Work<std::optional<TransferRow>> work = [like = std::move(like)](Connection &connection) {
        return statements::takeSame(connection, like, owner());
    };
    return Worker::run<std::optional<TransferRow>>(m_worker, work);
}

core::Task<QList<TransferRow>> Transfers::list()
{
    const Work<QList<TransferRow>> work = [](Connection &connection) { return statements::listTransfers(connection); };
    return Worker::run<QList<TransferRow>>(m_worker, work);
}

} // namespace braketeer::store
