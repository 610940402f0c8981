#pragma once

#include <QByteArray>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace braketeer::sandbox::s3 {

enum class Algorithm { Md5, Sha1, Sha256, Crc32, Crc32c, Crc64Nvme };

/// "CRC32C", as x-amz-checksum-algorithm has it.
QByteArray nameOf(Algorithm algorithm);
/// Of such a name in any case; empty for MD5, which is no checksum of S3's, and what nobody knows.
std::optional<Algorithm> algorithmNamed(const QByteArray &name);
/// "x-amz-checksum-crc32c"
QByteArray headerOf(Algorithm algorithm);
/// All that have a header.
std::span<const Algorithm> checksumAlgorithms();

/// Several digests of one stream of bytes.
class Digests final
{
public:
    Digests();
    ~Digests();
    Digests(Digests &&) noexcept;
    Digests &operator=(Digests &&) noexcept;
    Digests(const Digests &) = delete;
    Digests &operator=(const Digests &) = delete;

    /// Once is enough; before the first update.
    void add(Algorithm algorithm);
    void update(const char *data, qint64 size);
    /// The bytes of a digest, big-endian; the last call on it. Empty where it was not added.
    QByteArray finish(Algorithm algorithm);

private:
    struct Digest;
    std::vector<std::unique_ptr<Digest>> m_digests;
};

QByteArray digestOf(Algorithm algorithm, const QByteArray &bytes);

} // namespace braketeer::sandbox::s3
