#include "aws/bulk/digest.h"

#include "aws/bulk/crc.h"
#include "aws/crypto/openssl.h"

#include <QCoreApplication>
#include <QDir>
#include <QtEndian>

#include <algorithm>
#include <vector>

namespace braketeer::aws {
namespace {

using core::Error; // without core:: in front of a function lupdate finds its texts

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BulkFile)
};

constexpr qint64 blockBytes = 256 * qint64(1024); // stays in the processor's cache

template<class Take>
core::Result<> readAll(const FileRange &range, const Take &take)
{
    std::vector<char> block(size_t(std::min(blockBytes, range.length)));
    for (qint64 done = 0; done < range.length;) {
        const qint64 wanted = std::min(blockBytes, range.length - done);
        const qint64 got = range.file->readAt(block.data(), wanted, range.offset + done);
        if (got < 0)
            return core::fail(fileError(int(-got), range.file->path()));
        if (got == 0)
            return core::fail(sourceChanged(range.file->path()));
        take(QByteArrayView(block.data(), got));
        done += got;
    }
    return {};
}

template<class Word>
QByteArray bigEndian(Word value)
{
    QByteArray out(sizeof value, Qt::Uninitialized);
    qToBigEndian(value, out.data());
    return out;
}

} // namespace

void RunningDigest::Free::operator()(evp_md_ctx_st *context) const noexcept
{
    openSsl().EVP_MD_CTX_free(context);
}

RunningDigest::RunningDigest(BulkDigest kind) : m_kind(kind)
{
    if (kind != BulkDigest::Sha256 && kind != BulkDigest::Sha1)
        return;
    m_sha.reset(openSsl().EVP_MD_CTX_new());
    EVP_MD *const algorithm = openSsl().EVP_MD_fetch(nullptr, kind == BulkDigest::Sha256 ? "SHA256" : "SHA1", nullptr);
    if (!m_sha || openSsl().EVP_DigestInit_ex2(m_sha.get(), algorithm, nullptr) != 1)
        qFatal("OpenSSL does not offer SHA.");
    openSsl().EVP_MD_free(algorithm); // the context holds it
}

RunningDigest::~RunningDigest() = default;

void RunningDigest::add(QByteArrayView bytes)
{
    switch (m_kind) {
    case BulkDigest::None:
        break;
    case BulkDigest::Crc32:
        m_crc = crc32(bytes, std::uint32_t(m_crc));
        break;
    case BulkDigest::Crc32c:
        m_crc = crc32c(bytes, std::uint32_t(m_crc));
        break;
    case BulkDigest::Crc64Nvme:
        m_crc = crc64Nvme(bytes, m_crc);
        break;
    case BulkDigest::Sha1:
    case BulkDigest::Sha256:
        openSsl().EVP_DigestUpdate(m_sha.get(), bytes.data(), size_t(bytes.size()));
        break;
    }
}

QByteArray RunningDigest::result()
{
    if (m_sha) {
        QByteArray out(sizeOf(m_kind), Qt::Uninitialized);
        openSsl().EVP_DigestFinal_ex(m_sha.get(), reinterpret_cast<unsigned char *>(out.data()), nullptr);
        return out;
    }
    if (m_kind == BulkDigest::None)
        return {};
    return m_kind == BulkDigest::Crc64Nvme ? bigEndian(m_crc) : bigEndian(std::uint32_t(m_crc));
}

int sizeOf(BulkDigest kind)
{
    switch (kind) {
    case BulkDigest::None:
        break;
    case BulkDigest::Crc32:
    case BulkDigest::Crc32c:
        return 4;
    case BulkDigest::Crc64Nvme:
        return 8;
    case BulkDigest::Sha1:
        return 20;
    case BulkDigest::Sha256:
        return 32;
    }
    return 0;
}

bool isCrc(BulkDigest kind)
{
    return kind == BulkDigest::Crc32 || kind == BulkDigest::Crc32c || kind == BulkDigest::Crc64Nvme;
}

QByteArray crcOfBoth(BulkDigest kind, QByteArrayView first, QByteArrayView second, std::uint64_t secondLength)
{
    if (kind == BulkDigest::Crc64Nvme)
        return bigEndian(crc64NvmeOfBoth(qFromBigEndian<std::uint64_t>(first.data()),
                                         qFromBigEndian<std::uint64_t>(second.data()), secondLength));
    const auto one = qFromBigEndian<std::uint32_t>(first.data());
    const auto other = qFromBigEndian<std::uint32_t>(second.data());
    return bigEndian(kind == BulkDigest::Crc32 ? crc32OfBoth(one, other, secondLength)
                                               : crc32cOfBoth(one, other, secondLength));
}

core::Result<QByteArray> digestOf(const FileRange &range, BulkDigest kind)
{
    RunningDigest digest(kind);
    if (auto read = readAll(range, [&](QByteArrayView block) { digest.add(block); }); !read)
        return core::fail(read.error());
    return digest.result();
}

core::Result<BodyDigests> bodyDigestsOf(const FileRange &range)
{
    RunningDigest sha(BulkDigest::Sha256);
    RunningDigest crc(BulkDigest::Crc32c);
    const auto add = [&](QByteArrayView block) {
        sha.add(block);
        crc.add(block);
    };
    if (auto read = readAll(range, add); !read)
        return core::fail(read.error());
    return BodyDigests{sha.result(), crc.result()};
}

Error sourceChanged(const QString &path)
{
    Error error;
    error.kind = Error::Kind::Usage;
    error.message = Text::tr("%1 changed while it was being uploaded.").arg(QDir::toNativeSeparators(path));
    error.suggestion = Text::tr("Upload it again when nothing writes to it any more.");
    return error;
}

} // namespace braketeer::aws
