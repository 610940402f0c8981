#pragma once

#include "sandbox/auth/canonical.h"
#include "sandbox/sandbox.h"

#include <QHash>

namespace braketeer::sandbox {

/// Who asks, once the signature is proven.
struct Caller
{
    QString accessKeyId;
    QString arn;
    QString region; ///< of the credential scope: jobs live there
};

/// The keys that the sandbox knows, and the check of a signature against them. Not thread-safe.
class Keyring
{
public:
    void add(const KeyPair &key);
    /// Empty where it is unknown.
    std::optional<KeyPair> find(const QByteArray &accessKeyId) const;

    /// Fails, in this order, with UnrecognizedClientException (key or session token), ExpiredTokenException,
    /// InvalidSignatureException (more than five minutes off `now`, headers that have to be signed, the signature).
    /// Source: Braket API Reference, "Common Error Types"; messages as the services word them.
    ServiceResult<Caller> verify(const RawRequest &request, const Authorization &authorization, PathForm form,
                                 const QDateTime &now) const;

private:
    QHash<QByteArray, KeyPair> m_keys;
};

} // namespace braketeer::sandbox
