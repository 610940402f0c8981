#include "aws/sigv4/sha256.h"

#include <openssl/evp.h>

namespace braketeer::aws {

void Sha256::Free::operator()(evp_md_st *md) const noexcept
{
    EVP_MD_free(md);
}

void Sha256::Free::operator()(evp_md_ctx_st *context) const noexcept
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr)), m_context(EVP_MD_CTX_new())
{
    if (!m_algorithm || !m_context)
        qFatal("OpenSSL offers no SHA-256.");
}

Sha256::~Sha256() = default;

Sha256::Digest Sha256::hash(QByteArrayView bytes)
{
    Digest digest;
    EVP_DigestInit_ex2(m_context.get(), m_algorithm.get(), nullptr);
    EVP_DigestUpdate(m_context.get(), bytes.data(), size_t(bytes.size()));
    EVP_DigestFinal_ex(m_context.get(), digest.data(), nullptr);
    return digest;
}

QByteArray Sha256::hex(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(64);
    appendHex(out, hash(bytes));
    return out;
}

void appendHex(QByteArray &out, const Sha256::Digest &digest)
{
    static constexpr char digits[] = "0123456789abcdef";
    char text[2 * sizeof digest];
    for (size_t i = 0; i < digest.size(); ++i) {
        text[2 * i] = digits[digest[i] >> 4];
        text[2 * i + 1] = digits[digest[i] & 15];
    }
    out.append(text, sizeof text);
}

} // namespace braketeer::aws
