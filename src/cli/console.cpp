#include "cli/console.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace braketeer::cli {
namespace {

constexpr qint64 maximumInput = qint64(64) * 1024 * 1024;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Console)
};

void waitFor(int descriptor, short what)
{
    pollfd ready{descriptor, what, 0};
    ::poll(&ready, 1, -1);
}

void writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t count = ::write(descriptor, bytes.constData() + written, size_t(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN) { // whoever shares the pipe has made it so
            waitFor(descriptor, POLLOUT);
            continue;
        }
        if (count <= 0)
            return; // nobody reads any more: there is nobody left to tell
        written += count;
    }
}

/// Back to the line's start, the new text, and whatever stood behind it cleared.
void writeStatus(const QString &line)
{
    writeAll(STDERR_FILENO, '\r' + line.toUtf8() + "\x1b[K");
}

/// Up to the end, however the other side hands it out: a pipe may be one that does not wait.
core::Result<QByteArray> readAllInput()
{
    QByteArray bytes;
    QByteArray piece(qsizetype(256) * 1024, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, piece.data(), size_t(piece.size()));
        if (count == 0)
            return bytes;
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN) {
            waitFor(STDIN_FILENO, POLLIN);
            continue;
        }
        if (count < 0)
            return core::fail(core::Error::Kind::Usage,
                              Text::tr("Standard input cannot be read: %1.").arg(qt_error_string(errno)));
        bytes.append(piece.constData(), count);
        if (bytes.size() > maximumInput)
            return core::fail(core::Error::Kind::Usage,
                              Text::tr("Standard input holds more than 64 MiB, which is more than is taken from it."));
    }
}

/// Switches the terminal's echo off for as long as it lives.
class EchoOff final
{
public:
    EchoOff() : m_changed(tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_changed)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }

    ~EchoOff()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(EchoOff)

private:
    termios m_before = {};
    bool m_changed;
};

constexpr qsizetype longestLine = 4096;

/// Byte by byte: a buffered read would keep a copy of a secret that nothing wipes.
QByteArray readBytesOfALine()
{
    QByteArray line;
    line.reserve(longestLine);
    char c = 0;
    while (line.size() < longestLine && ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n')
        line.append(c);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

core::Result<QString> readVisible(const QString &prompt)
{
    writeAll(STDERR_FILENO, prompt.toUtf8());
    return QString::fromUtf8(readBytesOfALine());
}

core::Result<core::Secret> readHidden(const QString &prompt)
{
    const bool terminal = isatty(STDIN_FILENO) != 0;
    if (terminal)
        writeAll(STDERR_FILENO, prompt.toUtf8());
    QByteArray line;
    {
        const EchoOff silent;
        line = readBytesOfALine();
    }
    if (terminal)
        writeAll(STDERR_FILENO, "\n");
    if (line.isEmpty())
        return core::fail(core::Error::Kind::Usage,
                          Text::tr("Nothing was entered; type the value, or pipe it in as a line of standard input."));
    return core::Secret(std::move(line));
}

} // namespace

Console processConsole()
{
    return Console{
        .out = [](const QByteArray &bytes) { writeAll(STDOUT_FILENO, bytes); },
        .err = [](const QString &line) { writeAll(STDERR_FILENO, (line + u'\n').toUtf8()); },
        .status = isatty(STDERR_FILENO) != 0 ? writeStatus : std::function<void(const QString &)>(),
        .readInput = readAllInput,
        .readSecret = readHidden,
        .readLine = readVisible,
        .outputIsTerminal = isatty(STDOUT_FILENO) != 0,
        .inputIsTerminal = isatty(STDIN_FILENO) != 0,
    };
}

} // namespace braketeer::cli
