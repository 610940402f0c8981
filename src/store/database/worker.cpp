#include "store/database/worker.h"

namespace braketeer::store {

Worker::Worker(Place place)
    : m_connection(
        std::make_unique<Connection>(place == Place::Inline ? Connection::Ending::Leave : Connection::Ending::Close))
{
    if (place == Place::Inline)
        return;
    m_there = std::make_unique<QObject>();
    m_there->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("history"));
    m_thread.start();
}

Worker::~Worker()
{
    if (!m_there)
        return;
    // The connection belongs to the thread, so it is closed there.
    QMetaObject::invokeMethod(m_there.get(), [this] {
        m_connection.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

bool Worker::Posted::await_ready()
{
    if (worker.m_there)
        return false;
    work(*worker.m_connection);
    return true;
}

void Worker::Posted::await_suspend(std::coroutine_handle<> waiting)
{
    QMetaObject::invokeMethod(worker.m_there.get(), [this, waiting] {
        work(*worker.m_connection);
        QMetaObject::invokeMethod(&worker.m_here, [waiting] { waiting.resume(); });
    });
}

} // namespace braketeer::store
