#include "aws/credentials/chain.h"

#include "aws/credentials/environmentprovider.h"
#include "aws/credentials/keychainprovider.h"
#include "aws/credentials/profileprovider.h"

#include <QCoreApplication>

namespace braketeer::aws {
namespace {

constexpr ProviderFactory order[] = {environmentProvider, keychainProvider, profileProvider, unsupportedEnvironment};

} // namespace

core::Result<std::shared_ptr<CredentialProvider>> chooseProvider(const CredentialContext &context)
{
    for (const ProviderFactory factory : order) {
        core::Result<std::shared_ptr<CredentialProvider>> provider = factory(context);
        if (!provider || *provider)
            return provider;
    }
    core::Error error;
    error.kind = core::Error::Kind::Credentials;
    error.message = QCoreApplication::translate("Credentials", "No AWS credentials were found.");
    error.suggestion = QCoreApplication::translate("Credentials",
                                                   "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, choose a profile "
                                                   "with --profile, or keep keys in the keychain "
                                                   "with “braketeer-cli credentials add”.");
    return core::fail(error);
}

} // namespace braketeer::aws
