#pragma once

#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "core/task.h"
#include "flows/transfer/engine.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace braketeer::flows {

/// The next bytes of a stream, at most `most`; empty at its end. Fails, when `stop` is cancelled, with Cancelled.
using StreamSource = std::function<core::Task<QByteArray>(qint64 most, core::CancelToken stop)>;

/// The largest object. Source: Amazon S3 User Guide, "Multipart upload limits".
inline constexpr qint64 mostObjectBytes = qint64(5) << 40;

struct StreamUpload
{
    StreamUpload() = default;

    core::S3Uri place;
    QString contentType;  ///< empty: the service's own
    QString storageClass; ///< empty: STANDARD
    /// How long it will be, as far as anybody knows; 0: nobody does. All parts of such a stream have one size.
    qint64 expectedSize = 0;
    bool onlyIfAbsent = false;                 ///< fails with Usage where an object is there already
    qint64 partSize = qint64(8) * 1024 * 1024; ///< the smallest
    std::function<void(qint64 bytesSent)> progress = {};
};

/// An object of what comes from `source`, whatever its length, which is the result: a short one by one request, a long
/// one in parts, a few at a time.
///
/// Parts wait in files without a name in the folder for temporary files, so that memory does not grow with them; a part
/// can be sent again. Every byte is covered by SHA-256 on the way, and the service is asked to keep a CRC-32C of the
/// whole. When it fails or is cancelled, nothing is left.
///
/// Fails as `source`, with Store (no room for temporary files), Usage (the place, a stream longer than 5 TiB), Service,
/// Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<qint64> uploadStream(std::shared_ptr<TransferEngine> engine, StreamUpload upload,
                                              StreamSource source, core::CancelToken cancel = {});

/// How long the part of that number is: the first 8,000 are equally long, so that they can hold `expectedSize`; the
/// others grow up to what S3 takes, for streams of which nobody knew how long they are. All of them hold 5 TiB.
qint64 streamPartSize(int number, qint64 expectedSize, qint64 smallest);

} // namespace braketeer::flows
