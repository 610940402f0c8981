#include "flows/pack/objectsource.h"

#include "archive/stop.h"
#include "flows/storage/object.h"

#include <QObject>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace braketeer::flows {

struct ObjectReads::State
{
    std::shared_ptr<Session> session;
    core::S3Uri place;
    qint64 size = 0;
    core::CancelToken cancel;
    QObject here; ///< lives with the session

    std::mutex mutex;
    std::condition_variable_any arrived;
    std::optional<core::Result<QByteArray>> answer; ///< guarded by `mutex`
};

ObjectReads::ObjectReads() : m_state(std::make_unique<State>()) { }

ObjectReads::~ObjectReads() = default;

std::shared_ptr<ObjectReads> ObjectReads::make(std::shared_ptr<Session> session, core::S3Uri place, qint64 size,
                                               core::CancelToken cancel)
{
    const std::shared_ptr<ObjectReads> reads(new ObjectReads);
    reads->m_state->session = std::move(session);
    reads->m_state->place = std::move(place);
    reads->m_state->size = size;
    reads->m_state->cancel = std::move(cancel);
    return reads;
}

archive::Source ObjectReads::source(std::stop_token stop)
{
    archive::Source source;
    source.name = m_state->place.key.section(u'/', -1);
    source.size = m_state->size;
    source.read = [this, stop](qint64 offset, qint64 length) { return read(offset, length, stop); };
    return source;
}

core::Result<QByteArray> ObjectReads::read(qint64 offset, qint64 length, const std::stop_token &stop)
{
    length = std::min(length, m_state->size - offset);
    if (length <= 0)
        return QByteArray();
    QMetaObject::invokeMethod(&m_state->here,
                              [self = shared_from_this(), offset, length] { self->fetch(self, offset, length); });
    std::unique_lock lock(m_state->mutex);
    if (!m_state->arrived.wait(lock, stop, [this] { return m_state->answer.has_value(); }))
        return core::fail(archive::stopped());
    return *std::exchange(m_state->answer, std::nullopt);
}

core::Task<> ObjectReads::fetch(std::shared_ptr<ObjectReads> self, qint64 offset, qint64 length)
{
    const core::S3Uri place = self->m_state->place;
    auto bytes = co_await readObject(self->m_state->session, place, offset, length, self->m_state->cancel);
    {
        const std::lock_guard lock(self->m_state->mutex);
        self->m_state->answer = std::move(bytes);
    }
    self->m_state->arrived.notify_one();
    co_return {};
}

} // namespace braketeer::flows
