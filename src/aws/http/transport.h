#pragma once

#include "aws/http/network.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <memory>
#include <optional>

namespace braketeer::aws {

/// Qt Network, made when it is first needed: one manager for a client, so that connections are used again. Its proxy is
/// the one of the settings, never the desktop's; TLS is touched for https only.
class Transport final : public Network
{
public:
    explicit Transport(ProxySettings proxy) : m_proxy(std::move(proxy)) { }

    core::Result<QString> prepare(const QUrl &url, const QString &caBundle) override;
    QCoro::Task<tl::expected<Answer, TransmissionFailure>> exchange(Transmission transmission,
                                                                    core::CancelToken cancel) override;

private:
    QNetworkRequest requestFor(const Transmission &transmission) const;
    std::shared_ptr<QNetworkAccessManager> manager();

    const ProxySettings m_proxy;
    std::shared_ptr<QNetworkAccessManager> m_manager;
    std::optional<QSslConfiguration> m_trust;
};

} // namespace braketeer::aws
