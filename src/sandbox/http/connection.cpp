#include "sandbox/http/connection.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace braketeer::sandbox {
namespace {

using namespace std::chrono_literals;

constexpr qsizetype longestHead = 64 << 10;
constexpr qsizetype bufferSize = 64 << 10;
constexpr auto stall = 30s; // in the middle of a request or an answer

} // namespace

Connection::Connection(int descriptor) : m_descriptor(descriptor)
{
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Connection::~Connection()
{
    ::close(m_descriptor);
}

bool Connection::wait(short event, std::chrono::milliseconds patience) const
{
    pollfd entry{m_descriptor, event, 0};
    int ready = -1;
    do
        ready = ::poll(&entry, 1, int(patience.count()));
    while (ready < 0 && errno == EINTR);
    return ready > 0;
}

bool Connection::waitForRequest(std::chrono::milliseconds patience)
{
    return m_inBegin < m_in.size() || (wait(POLLIN, patience) && fill());
}

qint64 Connection::receive(char *data, qint64 size) const
{
    ssize_t count = -1;
    do
        count = ::recv(m_descriptor, data, size_t(size), 0);
    while (count < 0 && errno == EINTR);
    return std::max<ssize_t>(0, count);
}

// Reads once, when all that was read before is used up.
bool Connection::fill()
{
    m_in.resize(bufferSize);
    m_in.resize(receive(m_in.data(), bufferSize));
    m_inBegin = 0;
    return !m_in.isEmpty();
}

QByteArray Connection::readHead()
{
    QByteArray head;
    while (head.size() < longestHead) {
        const auto line = readLine(longestHead - head.size());
        if (!line)
            return {};
        head += *line;
        head += "\r\n";
        if (line->isEmpty())
            return head;
    }
    return {};
}

std::optional<QByteArray> Connection::readLine(qsizetype limit)
{
    QByteArray line;
    while (line.size() < limit) {
        if (m_inBegin == m_in.size() && !(wait(POLLIN, stall) && fill()))
            return {};
        const char *begin = m_in.constData() + m_inBegin;
        const qsizetype size = m_in.size() - m_inBegin;
        const auto *end = static_cast<const char *>(std::memchr(begin, '\n', size_t(size)));
        const qsizetype taken = end ? end - begin : size;
        line.append(begin, taken);
        m_inBegin += end ? taken + 1 : taken;
        if (end && line.size() < limit) {
            if (line.endsWith('\r'))
                line.chop(1);
            return line;
        }
    }
    return {};
}

qint64 Connection::read(char *data, qint64 size)
{
    if (m_inBegin < m_in.size()) {
        const qsizetype count = std::min<qsizetype>(size, m_in.size() - m_inBegin);
        std::memcpy(data, m_in.constData() + m_inBegin, size_t(count));
        m_inBegin += count;
        return count;
    }
    return wait(POLLIN, stall) ? receive(data, size) : 0;
}

bool Connection::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::send(m_descriptor, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes = bytes.sliced(count);
    }
    return true;
}

bool Connection::write(const FileSlice &slice)
{
    constexpr qint64 mostAtOnce = 4 << 20;
    off_t offset = slice.offset;
    const qint64 end = slice.offset + slice.length;
    while (offset < end) {
        const size_t size = size_t(std::min<qint64>(end - offset, mostAtOnce));
        const ssize_t count = ::sendfile(m_descriptor, slice.file->descriptor(), &offset, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
    }
    return true;
}

void Connection::closeGently()
{
    constexpr int mostReads = 160; // 10 MiB
    ::shutdown(m_descriptor, SHUT_WR);
    for (int reads = 0; reads < mostReads && wait(POLLIN, 200ms); ++reads)
        if (!fill())
            return;
}

} // namespace braketeer::sandbox
