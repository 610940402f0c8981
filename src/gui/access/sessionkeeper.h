#pragma once

#include "core/result.h"
#include "flows/session.h"
#include "flows/whoami.h"

#include <QCoroTask>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace braketeer::gui {

/// The account, region and endpoint that the window works with: which session is open, and who it acts as.
///
/// Opening asks no network. Identity is asked for when somebody wants to know, once per session.
class SessionKeeper final : public QObject
{
    Q_OBJECT
public:
    /// Builds a session from a person's choice; for the demo it starts the built-in service first.
    using Opener = std::function<core::Result<std::shared_ptr<flows::Session>>(flows::SessionOptions)>;
    using ProfileLister = std::function<QStringList()>;

    SessionKeeper(Opener opener, ProfileLister profiles, QObject *parent = nullptr);
    ~SessionKeeper() override;

    /// Opens what was chosen. Where nothing was chosen and there is neither a profile nor a key, or where the choice
    /// cannot be opened (failed() says why): the demo.
    void start(flows::SessionOptions options);
    /// Opens this and nothing else. On failure the session before stays.
    bool open(flows::SessionOptions options);
    void openProfile(const QString &profile);
    void openRegion(const QString &region);
    void openDemo();

    std::shared_ptr<flows::Session> session() const { return m_session; }

    const flows::SessionOptions &options() const { return m_options; }

    bool isDemo() const;

    /// How sessions are opened, for a flow that needs one of another place meanwhile.
    Opener opener() const { return m_opener; }

    QStringList profiles() const { return m_profiles(); }

    /// Known identity of this session; nothing while it was not asked for, is on its way, or could not be had.
    const std::optional<flows::Identity> &identity() const { return m_identity; }

    /// Why there is no identity; nothing while it is on its way.
    const std::optional<core::Error> &identityError() const { return m_identityError; }

    /// Asks who the session acts as, unless that is known or on its way. Ends in identityChanged().
    void identify();

Q_SIGNALS:
    /// Another session is open now.
    void changed();
    /// A choice could not be opened.
    void failed(const braketeer::core::Error &error);
    void identityChanged();

private:
    core::Result<std::shared_ptr<flows::Session>> openSomewhere(flows::SessionOptions &options) const;
    QCoro::Task<> fallBack(std::shared_ptr<flows::Session> session);
    QCoro::Task<> ask(std::shared_ptr<flows::Session> session);

    const Opener m_opener;
    const ProfileLister m_profiles;
    flows::SessionOptions m_options;
    std::shared_ptr<flows::Session> m_session;
    std::optional<flows::Identity> m_identity;
    std::optional<core::Error> m_identityError;
    bool m_asking = false;
};

} // namespace braketeer::gui
