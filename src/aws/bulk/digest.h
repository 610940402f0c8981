#pragma once

#include "aws/bulk/transport.h"
#include "core/result.h"

#include <cstdint>
#include <memory>

struct evp_md_ctx_st;

namespace braketeer::aws {

/// A checksum over bytes that come piece by piece.
class RunningDigest final
{
public:
    explicit RunningDigest(BulkDigest kind);
    ~RunningDigest();

    void add(QByteArrayView bytes);
    /// Raw bytes, big end first; empty for None. Once, at the end.
    QByteArray result();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const noexcept;
    };

    const BulkDigest m_kind;
    std::unique_ptr<evp_md_ctx_st, Free> m_sha;
    std::uint64_t m_crc = 0;
};

/// Bytes of a result: 4 for CRC-32, 32 for SHA-256, 0 for None.
int sizeOf(BulkDigest kind);

/// Whether the checksum of a whole can be put together from those of its pieces.
bool isCrc(BulkDigest kind);

/// The CRC of two pieces one after the other, from the CRC of each and the length of the second; all of them as
/// RunningDigest::result() has them.
QByteArray crcOfBoth(BulkDigest kind, QByteArrayView first, QByteArrayView second, std::uint64_t secondLength);

/// The checksum of a part of a file. Reads it all: not on a thread that shows windows.
/// Fails with Store, and with Usage when the file ends before the range does.
core::Result<QByteArray> digestOf(const FileRange &range, BulkDigest kind);

/// What an upload needs of a part: its SHA-256 for the signature, its CRC-32C for the service to keep.
struct BodyDigests
{
    QByteArray sha256; ///< 32 bytes
    QByteArray crc32c; ///< 4 bytes, big end first
};

/// Both in one pass. Fails as digestOf().
core::Result<BodyDigests> bodyDigestsOf(const FileRange &range);

/// "The file changed": it is not as long any more, or was written to, while it was read.
core::Error sourceChanged(const QString &path);

} // namespace braketeer::aws
