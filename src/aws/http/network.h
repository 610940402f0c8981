#pragma once

#include "aws/http/exchange.h"
#include "aws/http/proxy.h"
#include "core/result.h"

#include <QtPlugin>

#include <memory>

namespace braketeer::aws {

/// The network library behind one client, which keeps connections and uses them again. Lives in the client's thread.
class Network
{
public:
    virtual ~Network() = default;

    /// Checks what this URL needs: the proxy's address and, for https, the file of certificates (read once).
    /// Answers the proxy's host and port, for messages; empty for none.
    virtual core::Result<QString> prepare(const QUrl &url, const QString &caBundle) = 0;

    /// Sends one request to a prepared URL and waits for the whole answer. Nothing is sent twice, followed or unpacked.
    /// (A body-less GET, HEAD or DELETE is the exception: those the network library may repeat by itself.)
    virtual QCoro::Task<tl::expected<Answer, TransmissionFailure>> exchange(Transmission transmission,
                                                                            core::CancelToken cancel) = 0;
};

/// Called with a client's first request.
///
/// A program may define this function itself. Then the linker leaves out the one of this library, and Qt Network with
/// it: the window loads both from a plugin, for its first frame would wait 1.5 ms for nine libraries.
core::Result<std::unique_ptr<Network>> openNetwork(const ProxySettings &proxy);

/// What that plugin offers. Program and plugin are built together; there is no promise between versions.
class NetworkFactory
{
public:
    virtual ~NetworkFactory() = default;
    virtual std::unique_ptr<Network> create(const ProxySettings &proxy) const = 0;
};

} // namespace braketeer::aws

Q_DECLARE_INTERFACE(braketeer::aws::NetworkFactory, "braketeer.NetworkFactory/1")
