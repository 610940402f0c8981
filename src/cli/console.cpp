#include "cli/console.h"

#include "cli/inputstream.h"

#include <QCoreApplication>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace braketeer::cli {
namespace {

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

/// 0, or errno.
int writeAll(int descriptor, const QByteArray &bytes)
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
            return count == 0 ? EIO : errno;
        written += count;
    }
    return 0;
}

/// Some file systems, those of a network among them, say only at the end that they did not take what was written.
int closeCopy(int descriptor)
{
    const int copy = ::dup(descriptor);
    return copy >= 0 && ::close(copy) == 0 ? 0 : errno;
}

/// Back to the line's start, the new text, and whatever stood behind it cleared.
void writeStatus(const QString &line)
{
    writeAll(STDERR_FILENO, '\r' + line.toUtf8() + "\x1b[K");
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

void holdStandardStreams()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // The lowest number that is free is the one that is missing. Opened the wrong way round: to use it is an error.
        if (::fcntl(descriptor, F_GETFD) < 0 && errno == EBADF)
            (void)::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

Console processConsole()
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes is an error of write(), and leaves time to clean up
    return Console{
        .out = OutputStream([](const QByteArray &bytes) { return writeAll(STDOUT_FILENO, bytes); },
                            [] { return closeCopy(STDOUT_FILENO); }),
        .err = [](const QString &line) { writeAll(STDERR_FILENO, (line + u'\n').toUtf8()); },
        .status = isatty(STDERR_FILENO) != 0 ? writeStatus : std::function<void(const QString &)>(),
        .readInput = readAllInput,
        .readPiece = readInputPiece,
        .readSecret = readHidden,
        .readLine = readVisible,
        .outputIsTerminal = isatty(STDOUT_FILENO) != 0,
        .inputIsTerminal = isatty(STDIN_FILENO) != 0,
    };
}

} // namespace braketeer::cli
