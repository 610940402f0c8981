#pragma once

#include "sandbox/http/connection.h"
#include "sandbox/http/requesthead.h"

#include <limits>
#include <optional>

namespace braketeer::sandbox {

/// The body of the request that a connection is at, in blocks and without the framing of a chunked transfer.
///
/// A client that waits for an invitation (`Expect: 100-continue`) gets it with the first read, so one that is refused
/// before sends nothing in vain.
class BodyStream final
{
public:
    BodyStream(Connection &connection, BodyFraming framing, bool awaitsInvitation);

    /// As the request says it; empty while the transfer is chunked.
    std::optional<qint64> length() const;

    /// At most `size` bytes; 0 at the end, and where the body is cut off or malformed (then broken() is true).
    qint64 read(char *data, qint64 size);

    bool broken() const { return m_broken; }

    /// So far, without framing.
    qint64 bytesRead() const { return m_bytesRead; }

    /// All of it. Empty where it is longer than `limit` or broken.
    std::optional<QByteArray> readAll(qint64 limit);

    /// Takes in what nobody read, if that is little. True when the next request begins where the body ended.
    bool skipRest();

    /// From now on no more than that a second; 0: as fast as it goes.
    void setPace(qint64 bytesPerSecond) { m_bytesPerSecond = bytesPerSecond; }

private:
    bool nextChunk();
    void fail();

    Connection &m_connection;
    const BodyFraming m_framing;
    bool m_awaitsInvitation;
    bool m_broken = false;
    bool m_ended = false;
    bool m_inChunk = false;
    qint64 m_left; // of the body, or of the chunk
    qint64 m_largestChunk = std::numeric_limits<qint64>::max();
    qint64 m_bytesRead = 0;
    qint64 m_bytesPerSecond = 0;
};

} // namespace braketeer::sandbox
