#pragma once

#include "aws/http/proxy.h"
#include "core/result.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QUrl>

#include <memory>
#include <optional>

namespace braketeer::aws {

/// The network library, made when it is first needed: one manager for a client, so that connections are used again.
/// Its proxy is the one of the settings, never the desktop's; TLS is touched for https only.
class Transport final
{
public:
    void setProxy(ProxySettings settings) { m_proxy = std::move(settings); }

    /// Checks what this URL needs: the proxy's address and, for https, the file of certificates (read once).
    /// Answers the proxy's host and port, for messages; empty for none.
    core::Result<QString> prepare(const QUrl &url, const QString &caBundle);

    /// Puts the certificates and the proxy's user into a request for a prepared URL.
    void apply(QNetworkRequest &request) const;

    std::shared_ptr<QNetworkAccessManager> manager();

private:
    ProxySettings m_proxy;
    std::shared_ptr<QNetworkAccessManager> m_manager;
    std::optional<QSslConfiguration> m_trust;
};

} // namespace braketeer::aws
