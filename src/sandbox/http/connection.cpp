#include "sandbox/http/connection.h"

#include <QList>

#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
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

Connection::Connection(socket_t descriptor) : m_descriptor(descriptor)
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
    m_recording = true;
    m_head.clear();
    return m_inBegin < m_in.size() || (wait(POLLIN, patience) && fill());
}

// Reads once, when all that was read before is used up.
bool Connection::fill()
{
    m_in.resize(bufferSize);
    ssize_t count = -1;
    do
        count = ::recv(m_descriptor, m_in.data(), size_t(bufferSize), 0);
    while (count < 0 && errno == EINTR);
    m_in.resize(std::max<qsizetype>(0, count));
    m_inBegin = 0;
    return count > 0;
}

QByteArray Connection::takeHead()
{
    m_recording = false;
    return std::exchange(m_head, {});
}

std::optional<QByteArray> Connection::readBody(qint64 size)
{
    if (!flush()) // "100 Continue", which the other side may be waiting for
        return {};
    QByteArray body;
    // Grown as it comes in: a length is only a claim.
    while (body.size() < size) {
        if (!is_readable() || (m_inBegin == m_in.size() && !fill()))
            return {};
        const qsizetype count = std::min<qsizetype>(size - body.size(), m_in.size() - m_inBegin);
        body.append(m_in.constData() + m_inBegin, count);
        m_inBegin += count;
    }
    return body;
}

std::optional<QByteArray> Connection::readLine(qsizetype limit)
{
    QByteArray line;
    while (line.size() < limit) {
        const auto byte = readBody(1);
        if (!byte)
            return {};
        if (*byte == "\n")
            return line.endsWith('\r') ? line.chopped(1) : line;
        line += *byte;
    }
    return {};
}

std::optional<QByteArray> Connection::readChunkedBody(qint64 limit)
{
    constexpr qsizetype longestLine = 256;
    QByteArray body;
    while (true) {
        const auto sizeLine = readLine(longestLine);
        bool isSize = false;
        const qint64 size = sizeLine ? sizeLine->split(';').first().toLongLong(&isSize, 16) : 0;
        if (!isSize || size < 0 || size > limit - body.size())
            return {};
        if (size == 0)
            break;
        const auto chunk = readBody(size);
        const auto end = readLine(longestLine);
        if (!chunk || !end || !end->isEmpty())
            return {};
        body += *chunk;
    }
    for (int trailers = 0; trailers < 20; ++trailers) {
        const auto line = readLine(longestHead);
        if (!line)
            return {};
        if (line->isEmpty())
            return body;
    }
    return {};
}

bool Connection::flush()
{
    QByteArray out = std::exchange(m_out, {});
    const Cut cut = std::exchange(m_cut, Cut::Nothing);
    if (cut == Cut::Everything)
        return false;
    if (cut == Cut::InBody) {
        const qsizetype body = out.indexOf("\r\n\r\n") + 4;
        out.truncate(body + (out.size() - body) / 2);
    }
    qsizetype sent = 0;
    while (sent < out.size()) {
        const ssize_t count = ::send(m_descriptor, out.constData() + sent, size_t(out.size() - sent), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        sent += count;
    }
    return cut == Cut::Nothing;
}

void Connection::closeGently()
{
    constexpr int mostReads = 160; // 10 MiB
    ::shutdown(m_descriptor, SHUT_WR);
    for (int reads = 0; reads < mostReads && wait(POLLIN, 200ms); ++reads)
        if (!fill())
            return;
}

bool Connection::is_readable() const
{
    return m_inBegin < m_in.size() || wait(POLLIN, stall);
}

bool Connection::is_writable() const
{
    return wait(POLLOUT, stall);
}

ssize_t Connection::read(char *data, size_t size)
{
    if (!is_readable() || (m_inBegin == m_in.size() && !fill()))
        return 0;
    const qsizetype count = std::min<qsizetype>(qsizetype(size), m_in.size() - m_inBegin);
    if (m_recording) {
        // httplib reads a head line by line without a limit of its own.
        if (m_head.size() + count > longestHead)
            return -1;
        m_head.append(m_in.constData() + m_inBegin, count);
    }
    std::memcpy(data, m_in.constData() + m_inBegin, size_t(count));
    m_inBegin += count;
    return count;
}

ssize_t Connection::write(const char *data, size_t size)
{
    m_out.append(data, qsizetype(size));
    return ssize_t(size);
}

void Connection::get_remote_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1"; // it listens nowhere else
    port = 0;
}

void Connection::get_local_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

} // namespace braketeer::sandbox
