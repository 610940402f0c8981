#pragma once

#include "sandbox/http/message.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <optional>

namespace braketeer::sandbox {

/// One accepted TCP connection: bytes in, in blocks, and bytes out. Owns the descriptor. Used by one thread.
class Connection final
{
public:
    explicit Connection(int descriptor);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// True when a request begins; false when the other side closes, or sends nothing for that long.
    bool waitForRequest(std::chrono::milliseconds patience);

    /// The lines up to the first empty one, with it. Empty where the connection ends before, or the head is too long.
    QByteArray readHead();

    /// At most `size` bytes, as soon as there are some; 0 where the connection ends, or nothing comes for too long.
    qint64 read(char *data, qint64 size);

    /// A line without its end; empty where it is longer than `limit`, or the connection ends before.
    std::optional<QByteArray> readLine(qsizetype limit);

    /// False where the other side is gone.
    bool write(QByteArrayView bytes);
    /// Sends a piece of a file without reading it into memory.
    bool write(const FileSlice &slice);

    /// Says that no more will be sent, and takes in for a moment what the other side still sends: closing with
    /// unread bytes would reset the connection, and the answer could be lost with it.
    void closeGently();

private:
    bool wait(short event, std::chrono::milliseconds patience) const;
    bool fill();
    qint64 receive(char *data, qint64 size) const;

    const int m_descriptor;
    QByteArray m_in;
    qsizetype m_inBegin = 0; // of what is not yet read in m_in
};

} // namespace braketeer::sandbox
