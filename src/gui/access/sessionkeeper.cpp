#include "gui/access/sessionkeeper.h"

#include <QPointer>

namespace braketeer::gui {
namespace {

/// Where Braket began, and where most of its devices can be used from.
constexpr QLatin1StringView fallbackRegion("us-east-1");

bool nothingChosen(const flows::SessionOptions &options)
{
    return options.profile.isEmpty() && options.endpointUrl.isEmpty() && !options.demo;
}

} // namespace

SessionKeeper::SessionKeeper(Opener opener, ProfileLister profiles, QObject *parent)
    : QObject(parent), m_opener(std::move(opener)), m_profiles(std::move(profiles))
{
}

SessionKeeper::~SessionKeeper() = default;

void SessionKeeper::start(flows::SessionOptions options)
{
    if (!nothingChosen(options) || !profiles().isEmpty()) {
        // A choice of the last time may be gone by now. Why is said by failed(); the window needs a place all the same.
        if (!open(std::move(options)))
            openDemo();
        return;
    }
    const auto session = openSomewhere(options);
    if (!session) {
        openDemo();
        return;
    }
    m_options = std::move(options);
    fallBack(*session);
}

QCoro::Task<> SessionKeeper::fallBack(std::shared_ptr<flows::Session> session)
{
    const QPointer<SessionKeeper> self(this);
    const auto source = co_await flows::checkCredentials(session);
    if (!self || m_session)
        co_return;
    if (!source) {
        openDemo();
        co_return;
    }
    m_session = std::move(session);
    Q_EMIT changed();
}

core::Result<std::shared_ptr<flows::Session>> SessionKeeper::openSomewhere(flows::SessionOptions &options) const
{
    auto session = m_opener(options);
    if (session || !options.region.isEmpty())
        return session;
    // Perhaps only the region is missing. In a window it can be seen and changed, so one is as good as none.
    flows::SessionOptions placed = options;
    placed.region = m_session ? m_session->place().region : QString(fallbackRegion);
    auto again = m_opener(placed);
    if (!again)
        return session; // the first error is the one that matters
    options = std::move(placed);
    return again;
}

bool SessionKeeper::open(flows::SessionOptions options)
{
    auto session = openSomewhere(options);
    if (!session) {
        Q_EMIT failed(session.error());
        return false;
    }
    m_options = std::move(options);
    m_session = std::move(*session);
    m_identity.reset();
    m_identityError.reset();
    m_asking = false;
    Q_EMIT changed();
    Q_EMIT identityChanged();
    return true;
}

void SessionKeeper::openProfile(const QString &profile)
{
    flows::SessionOptions options = m_options;
    if (options.demo)
        options = {};
    options.profile = profile;
    options.region.clear(); // the profile's own
    open(std::move(options));
}

void SessionKeeper::openRegion(const QString &region)
{
    flows::SessionOptions options = m_options;
    options.region = region;
    open(std::move(options));
}

void SessionKeeper::openDemo()
{
    flows::SessionOptions options;
    options.demo = true;
    open(std::move(options));
}

bool SessionKeeper::isDemo() const
{
    return m_session && m_session->place().demo;
}

void SessionKeeper::identify()
{
    if (m_session && !m_identity && !m_asking)
        ask(m_session);
}

QCoro::Task<> SessionKeeper::ask(std::shared_ptr<flows::Session> session)
{
    const QPointer<SessionKeeper> self(this);
    m_asking = true;
    m_identityError.reset();
    const auto identity = co_await flows::whoami(session);
    if (!self || m_session != session)
        co_return; // another session was chosen meanwhile
    m_asking = false;
    if (identity)
        m_identity = *identity;
    else
        m_identityError = identity.error();
    Q_EMIT identityChanged();
}

} // namespace braketeer::gui
