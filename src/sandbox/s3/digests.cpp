#include "sandbox/s3/digests.h"

#include "sandbox/s3/crc.h"

#include <QtEndian>

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace braketeer::sandbox::s3 {
namespace {

constexpr std::array withHeader{Algorithm::Sha1, Algorithm::Sha256, Algorithm::Crc32, Algorithm::Crc32c,
                                Algorithm::Crc64Nvme};

struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

const EVP_MD *hashOf(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::Md5:
        return EVP_md5();
    case Algorithm::Sha1:
        return EVP_sha1();
    case Algorithm::Sha256:
        return EVP_sha256();
    default:
        return nullptr;
    }
}

template<class Word>
QByteArray bigEndian(Word word)
{
    QByteArray bytes(sizeof word, Qt::Uninitialized);
    qToBigEndian(word, bytes.data());
    return bytes;
}

} // namespace

struct Digests::Digest
{
    explicit Digest(Algorithm which) : algorithm(which)
    {
        if (const EVP_MD *hash = hashOf(which)) {
            context.reset(EVP_MD_CTX_new());
            EVP_DigestInit_ex(context.get(), hash, nullptr);
        }
    }

    void update(const char *data, size_t size)
    {
        if (context)
            EVP_DigestUpdate(context.get(), data, size);
        else if (algorithm == Algorithm::Crc32)
            crc = crc32(std::uint32_t(crc), data, size);
        else if (algorithm == Algorithm::Crc32c)
            crc = crc32c(std::uint32_t(crc), data, size);
        else
            crc = crc64nvme(crc, data, size);
    }

    QByteArray finish() const
    {
        if (!context)
            return algorithm == Algorithm::Crc64Nvme ? bigEndian(crc) : bigEndian(std::uint32_t(crc));
        QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
        unsigned int size = 0;
        EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(digest.data()), &size);
        digest.truncate(qsizetype(size));
        return digest;
    }

    const Algorithm algorithm;
    std::unique_ptr<EVP_MD_CTX, FreeContext> context;
    std::uint64_t crc = 0;
};

QByteArray nameOf(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::Md5:
        return "MD5";
    case Algorithm::Sha1:
        return "SHA1";
    case Algorithm::Sha256:
        return "SHA256";
    case Algorithm::Crc32:
        return "CRC32";
    case Algorithm::Crc32c:
        return "CRC32C";
    case Algorithm::Crc64Nvme:
        return "CRC64NVME";
    }
    return {};
}

std::optional<Algorithm> algorithmNamed(const QByteArray &name)
{
    const auto found = std::find_if(withHeader.cbegin(), withHeader.cend(), [&name](Algorithm algorithm) {
        return nameOf(algorithm).compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == withHeader.cend() ? std::nullopt : std::optional(*found);
}

QByteArray headerOf(Algorithm algorithm)
{
    return "x-amz-checksum-" + nameOf(algorithm).toLower();
}

std::span<const Algorithm> checksumAlgorithms()
{
    return withHeader;
}

Digests::Digests() = default;
Digests::~Digests() = default;
Digests::Digests(Digests &&) noexcept = default;
Digests &Digests::operator=(Digests &&) noexcept = default;

void Digests::add(Algorithm algorithm)
{
    const bool known = std::any_of(m_digests.cbegin(), m_digests.cend(),
                                   [algorithm](const auto &each) { return each->algorithm == algorithm; });
    if (!known)
        m_digests.push_back(std::make_unique<Digest>(algorithm));
}

void Digests::update(const char *data, qint64 size)
{
    for (const auto &digest : m_digests)
        digest->update(data, size_t(size));
}

QByteArray Digests::finish(Algorithm algorithm)
{
    for (const auto &digest : m_digests)
        if (digest->algorithm == algorithm)
            return digest->finish();
    return {};
}

QByteArray digestOf(Algorithm algorithm, const QByteArray &bytes)
{
    Digests digests;
    digests.add(algorithm);
    digests.update(bytes.constData(), bytes.size());
    return digests.finish(algorithm);
}

} // namespace braketeer::sandbox::s3
