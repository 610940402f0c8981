#include "flows/transfer/job.h"

#include "flows/transfer/directions.h"

namespace braketeer::flows {
namespace {

/// Trouble of the way, not of the transfer: what has arrived is good, and the rest may follow later.
bool isWorthKeeping(const core::Error &error)
{
    return error.kind != core::Error::Kind::Usage && error.kind != core::Error::Kind::Cancelled;
}

} // namespace

// Cleaning up comes before the state says that all is over.
QCoro::Task<> TransferJob::settle(std::shared_ptr<TransferJob> job, core::Result<> result)
{
    const bool done = result.has_value(); // also when a stop came too late
    if (done) {
        if (job->record && job->row.id != 0)
            (void)co_await job->record->remove(job->row.id);
        job->row.id = 0;
        job->m_claimed = false;
    } else if (job->m_stop == Stop::Pause) {
        co_await keep(job, {});
    } else if (job->m_stop == Stop::Cancel || !isWorthKeeping(result.error())) {
        co_await discard(job);
    } else {
        co_await keep(job, result.error().message);
    }
    job->m_running = false;
    job->m_status.bytesPerSecond = 0;
    job->m_status.timeLeft.reset();
    job->m_status.bytesDone = job->moved->load();
    if (done)
        job->setState(TransferState::Done);
    else if (job->m_stop == Stop::Pause)
        job->setState(TransferState::Paused);
    else if (job->m_stop == Stop::Cancel)
        job->setState(TransferState::Cancelled);
    else
        job->fail(result.error());
}

core::Task<bool> TransferJob::takeRecorded(std::shared_ptr<TransferJob> job)
{
    if (job->m_claimed)
        co_return true;
    job->record = co_await TransferEngine::record(job->engine);
    if (!job->record)
        co_return false;
    auto found = co_await job->record->takeSame(job->row);
    if (!found)
        co_return core::fail(found.error());
    job->m_claimed = found->has_value();
    if (!job->m_claimed) {
        job->row.id = 0;
        co_return false;
    }
    // What is wanted now counts; what has arrived is the record's.
    store::TransferRow taken = std::move(**found);
    taken.overwrite = job->row.overwrite;
    job->row = std::move(taken);
    co_return true;
}

core::Task<> TransferJob::writeDown(std::shared_ptr<TransferJob> job)
{
    if (!job->record)
        co_return core::Result<>();
    const QDateTime now = job->engine->session->clock()();
    job->row.updatedAt = now;
    if (job->row.id != 0)
        co_return co_await job->record->update(job->row);
    job->row.createdAt = now;
    const auto id = co_await job->record->begin(job->row);
    if (!id)
        co_return core::fail(id.error());
    job->row.id = *id;
    job->m_claimed = true;
    co_return core::Result<>();
}

core::Task<> TransferJob::writeParts(std::shared_ptr<TransferJob> job, QList<store::TransferPart> parts)
{
    job->row.parts += parts;
    if (!job->record || job->row.id == 0)
        co_return core::Result<>();
    co_return co_await job->record->finishParts(job->row.id, parts);
}

core::Task<> TransferJob::forgetParts(std::shared_ptr<TransferJob> job)
{
    job->row.parts.clear();
    job->moved->store(0);
    if (!job->record || job->row.id == 0)
        co_return core::Result<>();
    co_return co_await job->record->forgetParts(job->row.id);
}

QCoro::Task<> TransferJob::noteDown(std::shared_ptr<TransferJob> job)
{
    if (!job->m_claimed)
        co_await noteNew(job);
    job->m_noted = true;
    if (isAtEnd(job->m_status.state) && job->row.id != 0) // it was cancelled meanwhile
        co_await discard(job);
}

QCoro::Task<> TransferJob::noteNew(std::shared_ptr<TransferJob> job)
{
    job->record = co_await TransferEngine::record(job->engine);
    if (!job->record)
        co_return;
    const auto there = co_await job->record->takeSame(job->row);
    if (!there)
        co_return;
    if (*there) { // left by an earlier run, and good enough: what has arrived is taken over when it begins
        (void)co_await job->record->release((*there)->id);
        co_return;
    }
    job->row.id = 0;
    (void)co_await writeDown(job);
}

// A paused job stays this process's; a failed one may be taken by the next.
QCoro::Task<> TransferJob::keep(std::shared_ptr<TransferJob> job, QString why)
{
    const bool anything = job->row.upload ? !job->row.uploadId.isEmpty() : !job->row.parts.isEmpty();
    const bool paused = job->m_stop == Stop::Pause;
    if (!anything && !(paused && job->m_noted)) {
        co_await discard(job);
        co_return;
    }
    if (!anything && !job->row.upload) {
        discardDownload(*job);
        job->ownsPartialFile = false;
        job->moved->store(0);
    }
    if (!job->record || job->row.id == 0)
        co_return;
    job->row.errorMessage = std::move(why);
    (void)co_await job->record->update(job->row);
    if (paused)
        co_return;
    job->m_claimed = false;
    (void)co_await job->record->release(job->row.id);
}

void TransferJob::release()
{
    if (!m_claimed || !record || row.id == 0)
        return;
    m_claimed = false;
    (void)record->release(row.id); // goes on by itself
}

QCoro::Task<> TransferJob::discard(std::shared_ptr<TransferJob> job)
{
    if (!job->row.upload)
        discardDownload(*job);
    // All of it at once: the same job may be asked for again before the service has answered.
    const qint64 id = std::exchange(job->row.id, 0);
    const QString uploadId = std::exchange(job->row.uploadId, {});
    job->m_claimed = false;
    job->ownsPartialFile = false;
    job->row.eTag.clear();
    job->row.parts.clear();
    job->moved->store(0);
    job->m_status.bytesDone = 0;
    if (!uploadId.isEmpty())
        co_await discardUpload(job, uploadId);
    if (job->record && id != 0)
        (void)co_await job->record->remove(id);
}

} // namespace braketeer::flows
