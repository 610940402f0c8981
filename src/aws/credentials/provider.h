#pragma once

#include "aws/credentials/credentials.h"
#include "core/task.h"

namespace braketeer::aws {

/// One way of getting credentials. Shared by whoever signs; used on one thread, that of its event loop.
class CredentialProvider
{
public:
    virtual ~CredentialProvider() = default;

    /// Credentials that are good now. Asked before every signed request, so a provider that goes over the network
    /// keeps what it got until shortly before it expires.
    ///
    /// Fails with Credentials: none there, incomplete, expired, locked away, or of a kind that is not supported. The
    /// message names the place, never a key.
    virtual core::Task<Credentials> credentials() = 0;

    /// For when a service says that `refused` have expired, whatever was thought of them: a provider that keeps what it
    /// got drops that and asks its source again. Gives the same keys where there are no others.
    virtual core::Task<Credentials> renew(Credentials refused)
    {
        Q_UNUSED(refused)
        return credentials();
    }
};

} // namespace braketeer::aws
