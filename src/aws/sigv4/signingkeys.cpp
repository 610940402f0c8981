#include "aws/sigv4/signingkeys.h"

#include "aws/crypto/openssl.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

#include <algorithm>

namespace braketeer::aws {
namespace {

// A person works with a few profiles and regions; an old day's key is of no use.
constexpr size_t keptKeys = 16;

QByteArrayView view(const SigningKeyCache::Digest &digest)
{
    return {digest.data(), qsizetype(digest.size())};
}

} // namespace

void SigningKeyCache::FreeMac::operator()(evp_mac_st *mac) const noexcept
{
    openSsl().EVP_MAC_free(mac);
}

void SigningKeyCache::FreeMac::operator()(evp_mac_ctx_st *context) const noexcept
{
    openSsl().EVP_MAC_CTX_free(context);
}

SigningKeyCache::SigningKeyCache() : m_mac(openSsl().EVP_MAC_fetch(nullptr, "HMAC", nullptr))
{
    if (!m_mac)
        qFatal("OpenSSL offers no HMAC.");
    m_scratch = newContext();
}

SigningKeyCache::~SigningKeyCache() = default;

SigningKeyCache::Context SigningKeyCache::newContext() const
{
    Context context(openSsl().EVP_MAC_CTX_new(m_mac.get()));
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        {OSSL_MAC_PARAM_DIGEST, OSSL_PARAM_UTF8_STRING, digest, sizeof digest - 1, OSSL_PARAM_UNMODIFIED}, {}};
    if (!context || openSsl().EVP_MAC_CTX_set_params(context.get(), parameters) != 1)
        qFatal("OpenSSL offers no HMAC with SHA-256.");
    return context;
}

SigningKeyCache::Digest SigningKeyCache::mac(evp_mac_ctx_st *context, QByteArrayView key, QByteArrayView message)
{
    Digest digest;
    size_t length = 0;
    // No key: the one that the context was given last.
    openSsl().EVP_MAC_init(context, key.isEmpty() ? nullptr : reinterpret_cast<const unsigned char *>(key.data()),
                           size_t(key.size()), nullptr);
    openSsl().EVP_MAC_update(context, reinterpret_cast<const unsigned char *>(message.data()), size_t(message.size()));
    openSsl().EVP_MAC_final(context, digest.data(), &length, digest.size());
    return digest;
}

SigningKeyCache::Entry &SigningKeyCache::entry(QByteArrayView secret, QByteArrayView day, QByteArrayView region,
                                               QByteArrayView service)
{
    const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        const QByteArrayView kept = entry.secret.reveal();
        return entry.day == day && entry.service == service && entry.region == region && kept.size() == secret.size()
               && openSsl().CRYPTO_memcmp(kept.data(), secret.data(), size_t(secret.size())) == 0;
    });
    if (known != m_entries.end()) {
        std::rotate(m_entries.begin(), known, known + 1);
        return m_entries.front();
    }

    QByteArray start = "AWS4" + secret.toByteArray();
    Digest key = mac(m_scratch.get(), start, day);
    openSsl().OPENSSL_cleanse(start.data(), size_t(start.size()));
    key = mac(m_scratch.get(), view(key), region);
    key = mac(m_scratch.get(), view(key), service);
    key = mac(m_scratch.get(), view(key), "aws4_request");
    ++m_derivations;

    Entry made{core::Secret(secret.toByteArray()), day.toByteArray(), region.toByteArray(), service.toByteArray(),
               newContext()};
    mac(made.context.get(), view(key), {});
    openSsl().OPENSSL_cleanse(key.data(), key.size());
    if (m_entries.size() == keptKeys)
        m_entries.pop_back();
    m_entries.insert(m_entries.begin(), std::move(made));
    return m_entries.front();
}

SigningKeyCache::Digest SigningKeyCache::sign(QByteArrayView secret, QByteArrayView day, QByteArrayView region,
                                              QByteArrayView service, QByteArrayView message)
{
    return mac(entry(secret, day, region, service).context.get(), {}, message);
}

} // namespace braketeer::aws
