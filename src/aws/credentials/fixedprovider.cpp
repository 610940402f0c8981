#include "aws/credentials/fixedprovider.h"

#include <QCoreApplication>
#include <QLocale>

namespace braketeer::aws {
namespace {

class FixedProvider final : public CredentialProvider
{
public:
    FixedProvider(Credentials credentials, core::Clock clock)
        : m_credentials(std::move(credentials)), m_clock(std::move(clock))
    {
    }

    core::Task<Credentials> credentials() override
    {
        if (!m_credentials.expiry || *m_credentials.expiry > m_clock())
            co_return m_credentials;
        core::Error error;
        error.kind = core::Error::Kind::Credentials;
        error.identity = m_credentials.source;
        error.message = QCoreApplication::translate("Credentials", "The credentials from %1 expired at %2.")
                            .arg(m_credentials.source,
                                 QLocale().toString(m_credentials.expiry->toLocalTime(), QLocale::ShortFormat));
        error.suggestion = QCoreApplication::translate("Credentials", "Get new ones, then try again.");
        co_return core::fail(error);
    }

private:
    const Credentials m_credentials;
    const core::Clock m_clock;
};

} // namespace

std::shared_ptr<CredentialProvider> fixedProvider(Credentials credentials, core::Clock clock)
{
    return std::make_shared<FixedProvider>(std::move(credentials), std::move(clock));
}

} // namespace braketeer::aws
