#pragma once

#include "aws/credentials/provider.h"
#include "core/clock.h"

#include <memory>

namespace braketeer::aws {

/// The same keys each time: those of the built-in sandbox, of the environment, of a profile.
/// Fails with Credentials once they have expired.
std::shared_ptr<CredentialProvider> fixedProvider(Credentials credentials, core::Clock clock = core::systemClock());

} // namespace braketeer::aws
