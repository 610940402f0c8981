#include "flows/transfer/queue.h"

#include "flows/transfer/job.h"

#include <QPointer>

#include <algorithm>
#include <deque>
#include <map>

namespace braketeer::flows {
namespace {

using Job = std::shared_ptr<TransferJob>;

} // namespace

/// Outlives the queue while its transfers stop.
struct TransferQueue::State
{
    std::shared_ptr<TransferEngine> engine;
    QPointer<TransferQueue> queue;
    std::map<qint64, Job> jobs; ///< by id, which is their order
    std::deque<Job> toNote;     ///< to be written down, one after the other
    qint64 lastId = 0;
    int running = 0;
    bool noting = false;

    qint64 add(const std::shared_ptr<State> &self, Job job);
    void enqueue(const std::shared_ptr<State> &self, const Job &job);
    static QCoro::Task<> noteAll(std::shared_ptr<State> self);
    void startNext(const std::shared_ptr<State> &self);
    static QCoro::Task<> run(std::shared_ptr<State> self, Job job);

    Job find(qint64 id) const
    {
        const auto found = jobs.find(id);
        return found == jobs.end() ? nullptr : found->second;
    }
};

qint64 TransferQueue::State::add(const std::shared_ptr<State> &self, Job job)
{
    const qint64 id = ++lastId;
    // Not owned: the job must not keep itself through what it calls.
    const std::weak_ptr<State> weak = self;
    const TransferJob *raw = job.get();
    job->onChange = [weak, raw, id] {
        const auto state = weak.lock();
        if (!state || !state->queue)
            return;
        Q_EMIT state->queue->changed(id);
        if (isAtEnd(raw->status().state) && state->queue)
            Q_EMIT state->queue->finished(id);
    };
    jobs.emplace(id, job);
    Q_EMIT queue->added(id);
    enqueue(self, job);
    return id;
}

// A job begins when it is written down, so that nothing that waits is lost with the process.
void TransferQueue::State::enqueue(const std::shared_ptr<State> &self, const Job &job)
{
    toNote.push_back(job);
    if (!noting)
        noteAll(self);
}

QCoro::Task<> TransferQueue::State::noteAll(std::shared_ptr<State> self)
{
    self->noting = true;
    while (!self->toNote.empty()) {
        const Job job = std::move(self->toNote.front());
        self->toNote.pop_front();
        co_await TransferJob::noteDown(job);
        if (self->queue)
            self->startNext(self);
        else
            job->release();
    }
    self->noting = false;
}

void TransferQueue::State::startNext(const std::shared_ptr<State> &self)
{
    for (auto entry = jobs.begin(); entry != jobs.end() && running < engine->limits.parallelFiles; ++entry) {
        const Job &job = entry->second;
        if (job->status().state != TransferState::Queued || !job->isNoted() || job->isRunning())
            continue;
        ++running;
        job->reserve();
        // Later: whoever adds a transfer has its id before it changes.
        QMetaObject::invokeMethod(
            queue, [self, job] { run(self, job); }, Qt::QueuedConnection);
    }
}

QCoro::Task<> TransferQueue::State::run(std::shared_ptr<State> self, Job job)
{
    (void)co_await TransferJob::run(job);
    --self->running;
    if (self->queue)
        self->startNext(self);
    else
        job->release();
}

TransferQueue::TransferQueue(std::shared_ptr<TransferEngine> engine, QObject *parent)
    : QObject(parent), m_state(std::make_shared<State>())
{
    m_state->engine = std::move(engine);
    m_state->queue = this;
}

TransferQueue::TransferQueue(std::shared_ptr<Session> session, QObject *parent)
    : TransferQueue(makeTransferEngine(std::move(session)), parent)
{
}

TransferQueue::~TransferQueue()
{
    m_state->queue.clear();
    for (const auto &[id, job] : m_state->jobs) {
        job->pause();
        // One that was about to begin does not.
        if (!job->isRunning() || job->status().state == TransferState::Queued)
            job->release();
    }
    m_state->jobs.clear();
}

qint64 TransferQueue::upload(QString path, core::S3Uri place, TransferOptions options)
{
    return m_state->add(m_state, std::make_shared<TransferJob>(m_state->engine, Direction::Upload, std::move(path),
                                                               std::move(place), std::move(options)));
}

qint64 TransferQueue::download(core::S3Uri place, QString path, TransferOptions options)
{
    return m_state->add(m_state, std::make_shared<TransferJob>(m_state->engine, Direction::Download, std::move(path),
                                                               std::move(place), std::move(options)));
}

void TransferQueue::pause(qint64 id)
{
    if (const Job job = m_state->find(id))
        job->pause();
}

void TransferQueue::resume(qint64 id)
{
    const Job job = m_state->find(id);
    if (!job || job->status().state != TransferState::Paused)
        return;
    job->enqueue();
    m_state->enqueue(m_state, job);
}

void TransferQueue::cancel(qint64 id)
{
    if (const Job job = m_state->find(id))
        job->cancel();
}

void TransferQueue::retry(qint64 id)
{
    const Job job = m_state->find(id);
    if (!job || (job->status().state != TransferState::Failed && job->status().state != TransferState::Cancelled))
        return;
    job->enqueue();
    m_state->enqueue(m_state, job);
}

void TransferQueue::remove(qint64 id)
{
    const Job job = m_state->find(id);
    if (!job || !isAtEnd(job->status().state))
        return;
    m_state->jobs.erase(id);
    Q_EMIT removed(id);
}

QList<TransferStatus> TransferQueue::transfers() const
{
    QList<TransferStatus> all;
    for (const auto &[id, job] : m_state->jobs) {
        all.append(job->status());
        all.last().id = id;
    }
    return all;
}

std::optional<TransferStatus> TransferQueue::transfer(qint64 id) const
{
    const Job job = m_state->find(id);
    if (!job)
        return std::nullopt;
    TransferStatus status = job->status();
    status.id = id;
    return status;
}

bool TransferQueue::isBusy() const
{
    return std::any_of(m_state->jobs.begin(), m_state->jobs.end(), [](const auto &entry) {
        return entry.second->isRunning() || entry.second->status().state == TransferState::Queued;
    });
}

core::Task<int> TransferQueue::restore()
{
    const auto state = m_state;
    const auto record = co_await TransferEngine::record(state->engine);
    if (!record)
        co_return 0;
    const auto rows = co_await record->list();
    if (!rows)
        co_return core::fail(rows.error());
    const Place place = state->engine->session->place();
    int restored = 0;
    for (const store::TransferRow &row : *rows) {
        if (row.alive || row.endpoint != place.recordedEndpoint() || row.profile != place.profile)
            continue;
        auto taken = co_await record->take(row.id);
        if (!taken)
            co_return core::fail(taken.error());
        if (!state->queue)
            co_return restored;
        if (!*taken)
            continue;
        state->add(state, std::make_shared<TransferJob>(state->engine, std::move(**taken), record));
        ++restored;
    }
    co_return restored;
}

} // namespace braketeer::flows
