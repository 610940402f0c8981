#include "flows/transfer/job.h"

#include "flows/transfer/directions.h"
#include "flows/transfer/log.h"

#include <QFileInfo>

#include <algorithm>

namespace braketeer::flows {
namespace {

constexpr std::chrono::milliseconds betweenTicks{100};

store::TransferRow rowOf(const TransferEngine &engine, Direction direction, const QString &path,
                         const core::S3Uri &place, const TransferOptions &options)
{
    store::TransferRow row;
    row.upload = direction == Direction::Upload;
    row.path = QFileInfo(path).absoluteFilePath();
    row.bucket = place.bucket;
    row.key = place.key;
    row.versionId = options.versionId;
    row.region = options.region;
    row.endpoint = engine.session->place().recordedEndpoint();
    row.profile = engine.session->place().profile;
    row.overwrite = options.overwrite;
    row.requesterPays = options.requesterPays;
    row.contentType = options.contentType;
    row.storageClass = options.storageClass;
    return row;
}

TransferOptions optionsOf(const store::TransferRow &row)
{
    TransferOptions options;
    options.overwrite = row.overwrite;
    options.requesterPays = row.requesterPays;
    options.region = row.region;
    options.contentType = row.contentType;
    options.storageClass = row.storageClass;
    options.versionId = row.versionId;
    return options;
}

/// Trouble of the way, not of the transfer: what has arrived is good, and the rest may follow later.
bool isWorthKeeping(const core::Error &error)
{
    return error.kind != core::Error::Kind::Usage && error.kind != core::Error::Kind::Cancelled;
}

} // namespace

TransferJob::TransferJob(std::shared_ptr<TransferEngine> engine_, Direction direction, QString path, core::S3Uri place,
                         TransferOptions options_)
    : engine(std::move(engine_)), options(std::move(options_)), row(rowOf(*engine, direction, path, place, options))
{
    m_status.direction = direction;
    m_status.path = std::move(path);
    m_status.place = std::move(place);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
}

TransferJob::TransferJob(std::shared_ptr<TransferEngine> engine_, store::TransferRow row_,
                         std::shared_ptr<store::Transfers> record_)
    : TransferJob(std::move(engine_), row_.upload ? Direction::Upload : Direction::Download, row_.path,
                  {row_.bucket, row_.key}, optionsOf(row_))
{
    row = std::move(row_);
    record = std::move(record_);
    m_claimed = true;
    m_status.state = TransferState::Paused;
    m_status.bytesTotal = row.size;
    m_status.startedAt = row.createdAt;
    const qint64 arrived = std::min(row.size, qint64(row.parts.size()) * row.partSize);
    moved->store(arrived);
    m_status.bytesDone = arrived;
}

TransferJob::~TransferJob() = default;

void TransferJob::setState(TransferState state)
{
    m_status.state = state;
    if (isAtEnd(state))
        m_status.endedAt = engine->session->clock()();
    if (onChange)
        onChange();
}

void TransferJob::enqueue()
{
    if (m_running)
        return;
    m_status.error.reset();
    m_status.endedAt = {};
    setState(TransferState::Queued);
}

void TransferJob::reserve()
{
    m_running = true;
    m_stop = Stop::None;
    stopToken = core::CancelToken();
}

core::Task<> TransferJob::run(std::shared_ptr<TransferJob> job)
{
    if (job->stopToken.isCancelled()) {
        const core::Result<> stopped = core::fail(core::Error::Kind::Cancelled, {});
        co_await settle(job, stopped);
        co_return stopped;
    }
    if (!job->m_status.startedAt.isValid())
        job->m_status.startedAt = job->engine->session->clock()();
    job->m_clock.start();
    job->m_meter.start(std::chrono::milliseconds(0), job->moved->load());
    job->m_timer.start(betweenTicks);
    job->setState(TransferState::Running);

    core::Result<> result;
    if (job->row.upload)
        result = co_await runUpload(job);
    else
        result = co_await runDownload(job);
    job->m_timer.stop();
    job->tick();
    co_await settle(job, result);
    if (!result)
        co_return core::fail(result.error());
    co_return core::Result<>();
}

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

void TransferJob::fail(core::Error error)
{
    m_status.error = std::move(error);
    setState(TransferState::Failed);
}

void TransferJob::pause()
{
    if (m_running) {
        if (m_stop == Stop::None)
            m_stop = Stop::Pause;
        stopToken.cancel();
    } else if (m_status.state == TransferState::Queued) {
        setState(TransferState::Paused);
    }
}

void TransferJob::cancel()
{
    if (m_running) {
        m_stop = Stop::Cancel;
        stopToken.cancel();
    } else if (m_status.state != TransferState::Done && m_status.state != TransferState::Cancelled) {
        setState(TransferState::Cancelled);
        discard(shared_from_this());
    }
}

void TransferJob::setTotal(qint64 bytes)
{
    m_status.bytesTotal = row.size = bytes;
}

void TransferJob::setVerifying()
{
    tick();
    setState(TransferState::Verifying);
}

void TransferJob::tick()
{
    const qint64 now = moved->load(std::memory_order_relaxed);
    m_meter.update(std::chrono::milliseconds(m_clock.elapsed()), now);
    m_status.bytesDone = now;
    m_status.bytesPerSecond = m_meter.bytesPerSecond();
    m_status.timeLeft = m_status.bytesTotal < 0 ? std::nullopt : m_meter.timeLeft(m_status.bytesTotal - now);
    if (onChange)
        onChange();
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

// A paused job stays this process's; a failed one may be taken by the next.
QCoro::Task<> TransferJob::keep(std::shared_ptr<TransferJob> job, QString why)
{
    const bool anything = job->row.upload ? !job->row.uploadId.isEmpty() : !job->row.parts.isEmpty();
    if (!anything) {
        co_await discard(job);
        co_return;
    }
    if (!job->record || job->row.id == 0)
        co_return;
    const bool paused = job->m_stop == Stop::Pause;
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
    if (job->row.upload)
        co_await discardUpload(job);
    else
        discardDownload(*job);
    if (job->record && job->row.id != 0)
        (void)co_await job->record->remove(job->row.id);
    job->row.id = 0;
    job->m_claimed = false;
    job->ownsPartialFile = false;
    job->row.uploadId.clear();
    job->row.eTag.clear();
    job->row.parts.clear();
    job->moved->store(0);
    job->m_status.bytesDone = 0;
}

} // namespace braketeer::flows
