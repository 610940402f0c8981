#include "cli/inputstream.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <coroutine>

#include <poll.h>
#include <unistd.h>

namespace braketeer::cli {
namespace {

using core::Error;

constexpr qint64 maximumInput = qint64(64) * 1024 * 1024;
constexpr qint64 pieceBytes = qint64(256) * 1024;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Console)
};

Error unreadable(int number)
{
    Error error;
    error.kind = Error::Kind::Usage;
    error.message = Text::tr("Standard input cannot be read: %1.").arg(qt_error_string(number));
    return error;
}

bool isReady(int timeout)
{
    pollfd ready{STDIN_FILENO, POLLIN, 0};
    return ::poll(&ready, 1, timeout) != 0; // an error is for read() to find
}

/// Waits until there is something to read, the end, or `cancel`.
class Wait final
{
public:
    explicit Wait(core::CancelToken cancel) : m_cancel(std::move(cancel)) { m_notifier.setEnabled(false); }

    /// What is awaited, apart because GCC 12 copies it.
    struct Readable
    {
        Wait &wait;

        bool await_ready() const { return wait.m_cancel.isCancelled() || isReady(0); }

        void await_suspend(std::coroutine_handle<> waiting) const { wait.start(waiting); }

        void await_resume() const { wait.m_guard.reset(); }
    };

private:
    void start(std::coroutine_handle<> waiting)
    {
        // Not at once: both come from the middle of something else.
        const auto resumeOnce = [this, waiting] {
            if (std::exchange(m_resuming, true))
                return;
            m_notifier.setEnabled(false);
            QMetaObject::invokeMethod(
                &m_here, [waiting] { waiting.resume(); }, Qt::QueuedConnection);
        };
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_here, resumeOnce);
        m_guard = m_cancel.onCancel(resumeOnce);
        m_notifier.setEnabled(true);
    }

    const core::CancelToken m_cancel;
    core::CancelToken::Guard m_guard;
    QObject m_here;
    QSocketNotifier m_notifier{STDIN_FILENO, QSocketNotifier::Read};
    bool m_resuming = false;
};

} // namespace

core::Result<QByteArray> readAllInput()
{
    QByteArray bytes;
    QByteArray piece(qsizetype(pieceBytes), Qt::Uninitialized);
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, piece.data(), size_t(piece.size()));
        if (count == 0)
            return bytes;
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN) { // a pipe that whoever shares it has made so
            isReady(-1);
            continue;
        }
        if (count < 0)
            return core::fail(unreadable(errno));
        bytes.append(piece.constData(), count);
        if (bytes.size() > maximumInput)
            return core::fail(Error::Kind::Usage,
                              Text::tr("Standard input holds more than 64 MiB, which is more than is taken from it."));
    }
}

core::Task<QByteArray> readInputPiece(qint64 most, core::CancelToken cancel)
{
    QByteArray piece(qsizetype(std::min(most, pieceBytes)), Qt::Uninitialized);
    for (;;) {
        Wait wait(cancel);
        const Wait::Readable readable{wait};
        co_await readable;
        if (cancel.isCancelled())
            co_return core::fail(Error::Kind::Cancelled, Text::tr("Reading was stopped."));
        const ssize_t count = ::read(STDIN_FILENO, piece.data(), size_t(piece.size()));
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count < 0)
            co_return core::fail(unreadable(errno));
        piece.truncate(count);
        co_return piece;
    }
}

} // namespace braketeer::cli
