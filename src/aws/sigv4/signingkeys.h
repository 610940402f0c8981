#pragma once

#include "core/secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <memory>
#include <vector>

struct evp_mac_st;
struct evp_mac_ctx_st;

namespace braketeer::aws {

/// Derived signing keys, one for each secret, day, region and service, each ready in an HMAC context of its own.
///
/// Deriving a key takes four HMACs, using a kept context for the same key is the cheapest HMAC that OpenSSL has.
/// Holds the last few keys only. Not for several threads at once. The keys are wiped when the cache goes.
class SigningKeyCache final
{
public:
    using Digest = std::array<unsigned char, 32>;

    SigningKeyCache();
    SigningKeyCache(const SigningKeyCache &) = delete;
    SigningKeyCache &operator=(const SigningKeyCache &) = delete;
    ~SigningKeyCache();

    /// HMAC-SHA256 of `message` under the signing key; `day` is "20260102".
    Digest sign(QByteArrayView secret, QByteArrayView day, QByteArrayView region, QByteArrayView service,
                QByteArrayView message);

    /// Keys derived so far; tells tests that a key was used again.
    int derivations() const { return m_derivations; }

private:
    struct FreeMac
    {
        void operator()(evp_mac_st *mac) const noexcept;
        void operator()(evp_mac_ctx_st *context) const noexcept;
    };

    using Context = std::unique_ptr<evp_mac_ctx_st, FreeMac>;

    struct Entry
    {
        core::Secret secret;
        QByteArray day, region, service;
        Context context;
    };

    static Digest mac(evp_mac_ctx_st *context, QByteArrayView key, QByteArrayView message);
    Entry &entry(QByteArrayView secret, QByteArrayView day, QByteArrayView region, QByteArrayView service);
    Context newContext() const;

    std::unique_ptr<evp_mac_st, FreeMac> m_mac;
    Context m_scratch;
    std::vector<Entry> m_entries; ///< last used first
    int m_derivations = 0;
};

} // namespace braketeer::aws
