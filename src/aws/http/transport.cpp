#include "aws/http/transport.h"

#include "aws/http/certificates.h"
#include "aws/http/qtexchange.h"

#include <QNetworkProxyFactory>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

/// Answers from the settings alone. Without it the library asks libproxy, which reads desktop settings and scripts.
class SettingsProxyFactory final : public QNetworkProxyFactory
{
public:
    explicit SettingsProxyFactory(ProxySettings settings) : m_settings(std::move(settings)) { }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const auto url = proxyFor(m_settings, query.url());
        if (!url || url->isEmpty())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        const bool socks = url->scheme() != "http"_L1;
        QNetworkProxy proxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url->host(),
                            quint16(url->port(socks ? 1080 : 80)), url->userName(), url->password());
        return {proxy};
    }

private:
    const ProxySettings m_settings;
};

} // namespace

core::Result<QString> Transport::prepare(const QUrl &url, const QString &caBundle)
{
    const auto proxy = proxyFor(m_proxy, url);
    if (!proxy)
        return tl::unexpected(proxy.error());
    if (url.scheme() == "https"_L1 && !caBundle.isEmpty() && !m_trust) {
        auto trust = trustWithBundle(caBundle);
        if (!trust)
            return tl::unexpected(trust.error());
        m_trust = std::move(*trust);
    }
    if (proxy->isEmpty())
        return QString();
    return proxy->port() < 0 ? proxy->host() : proxy->host() + u':' + QString::number(proxy->port());
}

/// With the certificates and the proxy's user.
QNetworkRequest Transport::requestFor(const Transmission &transmission) const
{
    QNetworkRequest request(transmission.url);
    switchOffHabits(request);
    for (const auto &[name, value] : transmission.headers)
        request.setRawHeader(name, value);
    if (transmission.url.scheme() == "https"_L1) {
        if (m_trust)
            request.setSslConfiguration(*m_trust);
        return request;
    }
    // A plain request passes the proxy whole, so the library would first be refused and then send it again; said at
    // once, it goes out once. A tunnel (https) is opened before the request leaves.
    const auto proxy = proxyFor(m_proxy, transmission.url);
    if (proxy && proxy->scheme() == "http"_L1 && !proxy->userName().isEmpty()) {
        const QString user = proxy->userName(QUrl::FullyDecoded) + u':' + proxy->password(QUrl::FullyDecoded);
        request.setRawHeader("Proxy-Authorization", "Basic " + user.toUtf8().toBase64());
    }
    return request;
}

QCoro::Task<tl::expected<Answer, TransmissionFailure>> Transport::exchange(Transmission transmission,
                                                                           core::CancelToken cancel)
{
    const QNetworkRequest request = requestFor(transmission);
    return aws::exchange(manager(), request, std::move(transmission), std::move(cancel));
}

std::shared_ptr<QNetworkAccessManager> Transport::manager()
{
    if (!m_manager) {
        m_manager = std::make_shared<QNetworkAccessManager>();
        m_manager->setProxyFactory(new SettingsProxyFactory(m_proxy));
        m_manager->setAutoDeleteReplies(false);
    }
    return m_manager;
}

core::Result<std::unique_ptr<Network>> openNetwork(const ProxySettings &proxy)
{
    return std::make_unique<Transport>(proxy);
}

} // namespace braketeer::aws
