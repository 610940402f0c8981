#pragma once

#include "aws/endpoints/resolve.h"
#include "aws/http/request.h"
#include "core/result.h"

#include <QByteArray>
#include <QUrl>

namespace braketeer::aws {

/// A request as bytes on the wire, still unsigned.
struct WireRequest
{
    QByteArray path;  ///< with the endpoint's own path in front, percent-encoded
    QByteArray query; ///< percent-encoded, without '?'
    QByteArray host;  ///< of the Host header: with the port when it is not the scheme's own
    QUrl url;         ///< whose encoded form is exactly the above
};

/// Lays a request out. Fails with Usage when the network library would change the path on its way out, as it does with
/// `.` and `..` segments: the signature would not match, or the request would mean something else.
core::Result<WireRequest> layOut(const Request &request, const Endpoint &endpoint);

} // namespace braketeer::aws
