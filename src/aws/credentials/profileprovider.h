#pragma once

#include "aws/credentials/chain.h"

namespace braketeer::aws {

/// Static keys of the selected profile in the config or credentials file.
///
/// Null when there is no such profile, or it is the unnamed default and holds no credentials. Fails with Credentials:
/// half a pair of keys; a named profile without credentials; a profile that gets them in a way that is not supported
/// (a role, IAM Identity Center, sign-in, a process): the message names the way, and how to go on.
core::Result<std::shared_ptr<CredentialProvider>> profileProvider(const CredentialContext &context);

} // namespace braketeer::aws
