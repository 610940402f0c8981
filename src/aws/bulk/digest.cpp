#include "aws/bulk/digest.h"

#include "aws/bulk/crc32c.h"

#include <QCoreApplication>
#include <QDir>
#include <QtEndian>

#include <openssl/evp.h>

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

constexpr qint64 blockBytes = 256 * 1024; // stays in the processor's cache

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

} // namespace

void RunningDigest::Free::operator()(evp_md_ctx_st *context) const noexcept
{
    EVP_MD_CTX_free(context);
}

RunningDigest::RunningDigest(BulkDigest kind) : m_kind(kind)
{
    if (kind != BulkDigest::Sha256)
        return;
    m_sha.reset(EVP_MD_CTX_new());
    if (!m_sha || EVP_DigestInit_ex(m_sha.get(), EVP_sha256(), nullptr) != 1)
        qFatal("OpenSSL offers no SHA-256.");
}

RunningDigest::~RunningDigest() = default;

void RunningDigest::add(QByteArrayView bytes)
{
    if (m_kind == BulkDigest::Sha256)
        EVP_DigestUpdate(m_sha.get(), bytes.data(), size_t(bytes.size()));
    else if (m_kind == BulkDigest::Crc32c)
        m_crc = crc32c(bytes, m_crc);
}

QByteArray RunningDigest::result()
{
    if (m_kind == BulkDigest::Sha256) {
        QByteArray out(32, Qt::Uninitialized);
        EVP_DigestFinal_ex(m_sha.get(), reinterpret_cast<unsigned char *>(out.data()), nullptr);
        return out;
    }
    if (m_kind == BulkDigest::Crc32c) {
        QByteArray out(4, Qt::Uninitialized);
        qToBigEndian(m_crc, out.data());
        return out;
    }
    return {};
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
