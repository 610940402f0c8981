#pragma once

#include "aws/credentials/provider.h"
#include "aws/credentials/sharedconfig.h"
#include "core/clock.h"
#include "core/secretvault.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <functional>
#include <memory>

namespace braketeer::aws {

using VaultOpener = std::function<core::Result<std::shared_ptr<core::SecretVault>>()>;

/// All that the choice of a provider depends on.
struct CredentialContext
{
    QProcessEnvironment environment;
    SharedConfig config;
    QString profile = QStringLiteral("default");
    bool profileChosen = false;   ///< by option: keys in the environment are passed over
    bool profileNamed = false;    ///< by option or variable: no other profile or place may stand in for it
    QStringList keychainProfiles; ///< names with keys in the keychain; the list holds no secrets
    VaultOpener openVault;        ///< called at the first use of such a name, not before
    core::Clock clock = core::systemClock();
};

/// One way of getting credentials: its provider; null when it is not set up here; an error when it is set up and cannot
/// work. After an error no other way is tried: credentials that nobody asked for must never sign.
using ProviderFactory = core::Result<std::shared_ptr<CredentialProvider>> (*)(const CredentialContext &);

/// The first that is set up: environment, keychain, profile. Reads no file and asks nobody.
///
/// Fails with Credentials when there is none, or the first one cannot work. Its provider may still fail later: a locked
/// keychain, expired keys.
core::Result<std::shared_ptr<CredentialProvider>> chooseProvider(const CredentialContext &context);

} // namespace braketeer::aws
