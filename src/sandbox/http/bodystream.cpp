#include "sandbox/http/bodystream.h"

#include <algorithm>
#include <thread>

namespace braketeer::sandbox {
namespace {

constexpr qsizetype longestLine = 256;

} // namespace

BodyStream::BodyStream(Connection &connection, BodyFraming framing, bool awaitsInvitation)
    : m_connection(connection)
    , m_framing(framing)
    , m_awaitsInvitation(awaitsInvitation)
    , m_ended(!framing.chunked && framing.length == 0)
    , m_left(framing.chunked ? 0 : framing.length)
{
}

std::optional<qint64> BodyStream::length() const
{
    return m_framing.chunked ? std::nullopt : std::optional(m_framing.length);
}

void BodyStream::fail()
{
    m_broken = true;
    m_ended = true;
}

qint64 BodyStream::read(char *data, qint64 size)
{
    if (m_ended)
        return 0;
    if (std::exchange(m_awaitsInvitation, false) && !m_connection.write("HTTP/1.1 100 Continue\r\n\r\n")) {
        fail();
        return 0;
    }
    if (m_framing.chunked && m_left == 0 && !nextChunk())
        return 0;
    if (m_bytesPerSecond > 0) {
        size = std::min(size, std::max<qint64>(1, m_bytesPerSecond / 20));
        std::this_thread::sleep_for(std::chrono::microseconds(size * 1'000'000 / m_bytesPerSecond));
    }
    const qint64 count = m_connection.read(data, std::min(size, m_left));
    if (count == 0)
        fail();
    m_left -= count;
    m_bytesRead += count;
    m_ended = m_ended || (!m_framing.chunked && m_left == 0);
    return count;
}

// False at the end of the body, and where the framing is malformed.
bool BodyStream::nextChunk()
{
    constexpr int mostTrailers = 20;
    constexpr qsizetype longestTrailer = 64 << 10;
    if (m_inChunk) {
        const auto end = m_connection.readLine(longestLine);
        if (!end || !end->isEmpty()) {
            fail();
            return false;
        }
    }
    const auto line = m_connection.readLine(longestLine);
    bool isSize = false;
    m_left = line ? line->split(';').first().toLongLong(&isSize, 16) : 0;
    m_inChunk = true;
    if (!isSize || m_left < 0 || m_left > m_largestChunk) {
        fail();
        return false;
    }
    if (m_left > 0)
        return true;
    m_ended = true;
    for (int trailers = 0; trailers < mostTrailers; ++trailers) {
        const auto trailer = m_connection.readLine(longestTrailer);
        if (!trailer)
            break;
        if (trailer->isEmpty())
            return false;
    }
    fail();
    return false;
}

std::optional<QByteArray> BodyStream::readAll(qint64 limit)
{
    if (!m_framing.chunked && m_framing.length > limit)
        return {};
    m_largestChunk = limit;
    QByteArray body;
    QByteArray block(64 << 10, Qt::Uninitialized);
    // Grown as it comes in: a length is only a claim.
    while (const qint64 count = read(block.data(), block.size())) {
        if (body.size() + count > limit)
            return {};
        body.append(block.constData(), count);
    }
    return m_broken ? std::nullopt : std::optional(body);
}

bool BodyStream::skipRest()
{
    constexpr qint64 little = 64 << 10;
    if (m_ended)
        return !m_broken;
    // A client that waited for an invitation in vain may send its body all the same, or not: nobody can tell.
    if (m_awaitsInvitation || m_framing.chunked || m_left > little)
        return false;
    QByteArray block(m_left, Qt::Uninitialized);
    while (read(block.data(), block.size()) > 0) { }
    return !m_broken;
}

} // namespace braketeer::sandbox
