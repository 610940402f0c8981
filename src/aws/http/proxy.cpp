#include "aws/http/proxy.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Proxy)
};

bool isLoopback(const QString &host)
{
    const QHostAddress address(host);
    return address.isNull() ? host == "localhost"_L1 || host.endsWith(".localhost"_L1) : address.isLoopback();
}

// "example.com" stands for the host and everything below it, with or without a dot in front.
bool matchesName(const QString &host, QString pattern)
{
    if (pattern.startsWith("*."_L1))
        pattern.remove(0, 1);
    if (pattern.startsWith(u'.'))
        pattern.remove(0, 1);
    return !pattern.isEmpty() && (host == pattern || host.endsWith(u'.' + pattern));
}

bool matchesAddress(const QHostAddress &address, const QString &pattern)
{
    if (!pattern.contains(u'/'))
        return address == QHostAddress(pattern);
    const auto network = QHostAddress::parseSubnet(pattern);
    return network.second >= 0 && address.isInSubnet(network);
}

bool matches(const QUrl &url, QString pattern)
{
    if (pattern == "*"_L1)
        return true;
    const QHostAddress address(url.host());
    if (!address.isNull() && matchesAddress(address, pattern))
        return true;
    const qsizetype colon = pattern.lastIndexOf(u':');
    if (colon > 0 && pattern.count(u':') == 1) {
        const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
        if (pattern.sliced(colon + 1).toInt() != port)
            return false;
        pattern.truncate(colon);
    }
    return address.isNull() ? matchesName(url.host(), pattern.toLower()) : matchesAddress(address, pattern);
}

bool isBypassed(const ProxySettings &settings, const QUrl &url)
{
    if (isLoopback(url.host()))
        return true;
    const QStringList patterns = settings.bypass.split(u',', Qt::SkipEmptyParts);
    return std::any_of(patterns.begin(), patterns.end(),
                       [&url](const QString &pattern) { return matches(url, pattern.trimmed()); });
}

} // namespace

core::Result<QUrl> proxyFor(const ProxySettings &settings, const QUrl &url)
{
    const bool https = url.scheme() == "https"_L1;
    const QString setting = (https ? settings.https : settings.http).trimmed();
    if (setting.isEmpty() || isBypassed(settings, url))
        return QUrl();

    const QUrl proxy(setting.contains("://"_L1) ? setting : "http://"_L1 + setting);
    const QString name = https ? u"HTTPS_PROXY"_s : u"HTTP_PROXY"_s;
    if (!proxy.isValid() || proxy.host().isEmpty())
        return core::fail(core::Error::Kind::Usage,
                          Text::tr("The proxy in %1 is not an address like http://proxy.example.com:3128.").arg(name));
    const QString scheme = proxy.scheme();
    if (scheme != "http"_L1 && scheme != "socks5"_L1 && scheme != "socks5h"_L1)
        return core::fail(
            core::Error::Kind::Usage,
            Text::tr("The proxy in %1 is of kind “%2”, which is not supported: use an http:// or socks5:// proxy.")
                .arg(name, scheme));
    return proxy;
}

} // namespace braketeer::aws
