#pragma once

#include <QByteArray>

#include <httplib.h>

#include <chrono>
#include <optional>

namespace braketeer::sandbox {

/// One accepted TCP connection, as httplib reads and writes it.
///
/// It keeps the bytes of a request's head, gathers an answer and sends it in one go (so that no half of it waits for
/// an acknowledgement), and can cut an answer off or send none of it. Owns the descriptor. Used by one thread.
class Connection final : public httplib::Stream
{
public:
    explicit Connection(socket_t descriptor);
    ~Connection() override;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// True when a request begins; false when the other side closes, or sends nothing for that long.
    bool waitForRequest(std::chrono::milliseconds patience);

    /// Everything that was read since the last call. Call it once the head is complete, and before a body is read.
    QByteArray takeHead();

    /// Exactly `size` bytes of a body; empty where the connection ends before.
    std::optional<QByteArray> readBody(qint64 size);
    /// A body in chunks, without their framing. Empty where it is malformed, longer than `limit`, or cut off.
    std::optional<QByteArray> readChunkedBody(qint64 limit);

    /// Of what was written since the last flush, only the head and half of the body will leave.
    void truncateAnswer() { m_cut = Cut::InBody; }

    /// Nothing of what was written since the last flush will leave.
    void dropAnswer() { m_cut = Cut::Everything; }

    /// Sends what was written. False where the other side is gone.
    bool flush();

    /// Says that no more will be sent, and takes in for a moment what the other side still sends: closing with
    /// unread bytes would reset the connection, and the answer could be lost with it.
    void closeGently();

    // httplib::Stream
    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char *data, size_t size) override;
    ssize_t write(const char *data, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;

    socket_t socket() const override { return m_descriptor; }

private:
    enum class Cut { Nothing, InBody, Everything };

    bool wait(short event, std::chrono::milliseconds patience) const;
    bool fill();
    std::optional<QByteArray> readLine(qsizetype limit);

    const socket_t m_descriptor;
    QByteArray m_in;
    qsizetype m_inBegin = 0; // of what is not yet read in m_in
    bool m_recording = true;
    QByteArray m_head;
    QByteArray m_out;
    Cut m_cut = Cut::Nothing;
};

} // namespace braketeer::sandbox
