#pragma once

#include "aws/bulk/file.h"
#include "aws/headers.h"
#include "core/canceltoken.h"
#include "core/error.h"

#include <QByteArray>
#include <QCoroTask>

#include <atomic>
#include <memory>
#include <optional>
#include <tl/expected.hpp>

namespace braketeer::aws {

/// Bytes of a file that is open: the body to send, or the place where an answer's body goes.
struct FileRange
{
    std::shared_ptr<const BulkFile> file;
    qint64 offset = 0;
    qint64 length = 0;
};

/// What to compute over a body while it arrives.
enum class BulkDigest { None, Crc32, Crc32c, Crc64Nvme, Sha1, Sha256 };

/// Counts the bytes of bodies as they pass, for whoever shows progress; read from any thread.
using BulkCounter = std::shared_ptr<std::atomic<qint64>>;

/// One request with a large body, signed and settled: sent as it stands, once.
struct BulkRequest
{
    BulkRequest() = default;

    QByteArray method;               ///< "PUT", "GET"
    QByteArray url;                  ///< whole, percent-encoded; a path with a dot segment is refused
    Headers headers;                 ///< all but Content-Length; signed
    std::optional<FileRange> source; ///< body to send; none: an empty one

    /// Where the body of an answer with the status `sinkStatus` goes. It must be exactly as long as the range: a
    /// shorter one is a lost connection, a longer one is refused. Any other answer of 2xx is refused unread.
    std::optional<FileRange> sink;
    int sinkStatus = 206;
    BulkDigest digest = BulkDigest::None; ///< over what went into the sink

    /// Waits a moment for the server's leave before the body is sent ("Expect: 100-continue"): for a first request,
    /// and after a refusal, so that a body is not sent in vain.
    bool askFirst = false;
    BulkCounter sent;     ///< body bytes that were handed to the connection; counted back when the request fails
    BulkCounter received; ///< body bytes that arrived for the sink; counted back when the request fails
};

/// A whole answer, of whatever status.
struct BulkAnswer
{
    int status = 0;
    Headers headers;
    QByteArray body;   ///< of any answer but the one in the sink; cut off at 64 KiB
    QByteArray digest; ///< raw bytes, big end first; empty where none was asked for
};

/// Why there was none.
struct BulkFailure
{
    core::Error error;
    bool connectionLost = false; ///< another try may help
    int fileProblem = 0;         ///< errno when the file, not the network, was the trouble
};

/// Carries large bodies between files and a server, beside aws::Client, which carries everything else.
///
/// Bodies go straight between file and connection, so memory does not grow with them. Certificates are verified,
/// always; redirects are not followed; nothing is sent twice. Connections are kept and used again.
///
/// Any number of requests at once. One thread: the one that made it; tasks resume there. The work is done elsewhere.
class BulkTransport
{
public:
    virtual ~BulkTransport() = default;

    /// Fails with Network, Tls, Cancelled, Usage (the address), or Store for the file.
    virtual QCoro::Task<tl::expected<BulkAnswer, BulkFailure>> send(BulkRequest request, core::CancelToken cancel) = 0;
};

} // namespace braketeer::aws
