#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/transfer/engine.h"
#include "flows/transfer/transfer.h"

#include <functional>

namespace braketeer::flows {

/// Told about ten times a second, and at each change of state. On the session's thread.
using TransferProgress = std::function<void(const TransferStatus &)>;

/// Sends one file to S3 and gives its end (state Done): a small one by one request, a large one in parts.
///
/// Every byte is covered by SHA-256 from the disk to the service, which keeps a CRC-32C for those who download it. When
/// it fails or is cancelled, the object is what it was before, and the parts that arrived are taken away, unless the
/// network or the credentials were the trouble: then they are kept and recorded, and the same call later sends only
/// what is missing.
///
/// Fails with Usage (the file; an object that is there, without `overwrite`; a key that cannot be sent; a file that
/// changed on the way), Network, Tls, Credentials, Service, Cancelled.
[[nodiscard]] core::Task<TransferStatus> uploadFile(std::shared_ptr<TransferEngine> engine, QString path,
                                                    core::S3Uri place, TransferOptions options,
                                                    TransferProgress progress = {}, core::CancelToken cancel = {});

/// With an engine of its own: for a single file.
[[nodiscard]] core::Task<TransferStatus> uploadFile(std::shared_ptr<Session> session, QString path, core::S3Uri place,
                                                    TransferOptions options, TransferProgress progress = {},
                                                    core::CancelToken cancel = {});

} // namespace braketeer::flows
