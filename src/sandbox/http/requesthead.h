#pragma once

#include "sandbox/http/message.h"

#include <QByteArray>

#include <optional>

namespace braketeer::sandbox {

/// How a request's body is framed.
struct BodyFraming
{
    bool chunked = false;
    qint64 length = 0; ///< meaningless while chunked
};

/// Reads the bytes from the request line to the empty line. Empty where they are not HTTP/1.x: no method, a folded
/// header, a header without a colon or with a blank before it, more than 200 headers.
///
/// httplib has parsed the same bytes, but percent-decodes header values while it does; signatures are over the bytes.
std::optional<RawRequest> parseRequestHead(const QByteArray &head);

/// Empty where the framing is ambiguous, which is how requests are smuggled: several lengths, a length that is not a
/// number, a length beside a transfer coding, a coding other than chunked.
std::optional<BodyFraming> bodyFraming(const RawRequest &request);

} // namespace braketeer::sandbox
