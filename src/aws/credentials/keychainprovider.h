#pragma once

#include "aws/credentials/chain.h"

namespace braketeer::aws {

/// Name of the keychain entry that holds the keys called `name`: "aws/NAME".
QString keychainEntry(const QString &name);

/// What the entry holds: a format line, access key id, secret key and session token (may be empty), a line each. Not
/// JSON, so that no parser leaves copies of the keys behind. Fails with Usage when one of the two keys is empty, or any
/// holds a line break.
core::Result<core::Secret> keychainSecret(const Credentials &credentials);

/// The reverse. Fails with Credentials when the entry is something else; the message never quotes it.
core::Result<Credentials> readKeychainSecret(const core::Secret &secret);

/// Keys from the keychain, when the selected profile is among `keychainProfiles`; else null. A name in the keychain
/// beats the profile of the same name in the files: it was put there for this program.
///
/// Opens the keychain at the first use, and keeps the keys in memory then. The provider fails as VaultOpener and
/// core::SecretVault::read() do.
core::Result<std::shared_ptr<CredentialProvider>> keychainProvider(const CredentialContext &context);

} // namespace braketeer::aws
