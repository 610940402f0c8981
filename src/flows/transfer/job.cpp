#include "flows/transfer/job.h"

#include "flows/transfer/directions.h"

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
    m_claimed = m_noted = true;
    m_status.state = TransferState::Paused;
    const bool begun = row.partSize > 0;
    m_status.bytesTotal = begun ? row.size : -1;
    m_status.startedAt = begun ? row.createdAt : QDateTime();
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
    m_noted = m_claimed;
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

} // namespace braketeer::flows
