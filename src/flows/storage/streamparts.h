#pragma once

#include "aws/bulk/digest.h"
#include "flows/storage/uploadstream.h"

namespace braketeer::flows {

/// Cuts a stream into parts that wait in files: without a name, in the folder for temporary files, gone with their last
/// owner. Not for use outside this folder.
class StreamParts final
{
public:
    explicit StreamParts(StreamSource source) : m_source(std::move(source)) { }

    /// The next part: `length` bytes, fewer at the end. Whether it is the last is known then. Fails as the source, with
    /// Store (no room), and with Usage: more than an object can hold.
    [[nodiscard]] static core::Task<aws::FileRange> next(std::shared_ptr<StreamParts> parts, qint64 length,
                                                         core::CancelToken stop);

    bool isAtEnd() const { return m_ended; }

    /// Bytes of all parts so far.
    qint64 taken() const { return m_taken; }

    /// CRC-32C of them. Once, at the end.
    QByteArray checksum() { return m_whole.result(); }

    /// Told after each piece that was read.
    std::function<void()> onRead;

private:
    [[nodiscard]] static core::Task<> readAhead(std::shared_ptr<StreamParts> parts, core::CancelToken stop);

    const StreamSource m_source;
    QByteArray m_ahead; ///< read, and in no part yet
    bool m_ended = false;
    qint64 m_taken = 0;
    aws::RunningDigest m_whole{aws::BulkDigest::Crc32c};
};

} // namespace braketeer::flows
