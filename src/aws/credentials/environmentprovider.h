#pragma once

#include "aws/credentials/chain.h"

namespace braketeer::aws {

/// `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`, `AWS_CREDENTIAL_EXPIRATION`, `AWS_ACCOUNT_ID`.
///
/// Blank counts as not set. Not set up when a profile was chosen by option, as with the AWS CLI. Fails with Credentials
/// when only one of the two keys is there.
core::Result<std::shared_ptr<CredentialProvider>> environmentProvider(const CredentialContext &context);

/// Kinds that are known by their variables and not supported: web identity and container credentials. Never gives a
/// provider: null, or an error that names the kind and a way around it. Asked last.
core::Result<std::shared_ptr<CredentialProvider>> unsupportedEnvironment(const CredentialContext &context);

} // namespace braketeer::aws
