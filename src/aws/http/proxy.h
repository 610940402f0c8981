#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace braketeer::aws {

/// Proxies as the environment names them.
struct ProxySettings
{
    QString http;   ///< for http URLs; "http://user:password@host:3128", "host:3128", "socks5://host"
    QString https;  ///< for https URLs
    QString bypass; ///< comma-separated: "*", hosts, ".domains", addresses, networks (10.0.0.0/8), each with ":port" if
                    ///< wanted
};

/// Looks up HTTP_PROXY, HTTPS_PROXY and NO_PROXY; the lower case form wins, as in curl and the AWS CLI.
/// Nothing else is asked: no desktop settings, no automatic configuration.
ProxySettings proxyFromEnvironment();

/// The proxy to use for `url`; an empty URL for none. Loopback hosts never have one.
/// Fails with Usage when the setting cannot be understood; the message never shows the password.
core::Result<QUrl> proxyFor(const ProxySettings &settings, const QUrl &url);

} // namespace braketeer::aws
