#include "aws/sigv4/sha256.h"

#include "aws/crypto/openssl.h"

#include <cstring>

namespace braketeer::aws {
namespace {

constexpr std::array<std::array<char, 2>, 256> hexPairs = [] {
    constexpr char digits[] = "0123456789abcdef";
    std::array<std::array<char, 2>, 256> pairs{};
    for (size_t byte = 0; byte < pairs.size(); ++byte)
        pairs[byte] = {digits[byte >> 4], digits[byte & 15]};
    return pairs;
}();

} // namespace

void Sha256::Free::operator()(evp_md_st *md) const noexcept
{
    openSsl().EVP_MD_free(md);
}

void Sha256::Free::operator()(evp_md_ctx_st *context) const noexcept
{
    openSsl().EVP_MD_CTX_free(context);
}

Sha256::Sha256()
    : m_algorithm(openSsl().EVP_MD_fetch(nullptr, "SHA256", nullptr)), m_context(openSsl().EVP_MD_CTX_new())
{
    if (!m_algorithm || !m_context)
        qFatal("OpenSSL offers no SHA-256.");
}

Sha256::~Sha256() = default;

Sha256::Digest Sha256::hash(QByteArrayView bytes)
{
    Digest digest;
    openSsl().EVP_DigestInit_ex2(m_context.get(), m_algorithm.get(), nullptr);
    openSsl().EVP_DigestUpdate(m_context.get(), bytes.data(), size_t(bytes.size()));
    openSsl().EVP_DigestFinal_ex(m_context.get(), digest.data(), nullptr);
    return digest;
}

QByteArray Sha256::hex(QByteArrayView bytes)
{
    QByteArray out;
    Writer to(out, 64);
    putHex(to, hash(bytes));
    return out;
}

void putHex(Writer &to, const Sha256::Digest &digest)
{
    char *at = to.position();
    for (const unsigned char byte : digest) {
        std::memcpy(at, hexPairs[byte].data(), 2);
        at += 2;
    }
    to.moveTo(at);
}

} // namespace braketeer::aws
