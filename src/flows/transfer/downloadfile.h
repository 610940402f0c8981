#pragma once

#include "flows/transfer/uploadfile.h"

namespace braketeer::flows {

/// Fetches one object into a file and gives its end (state Done).
///
/// The bytes go to ".NAME.braketeer-part" beside `path`, are compared with the service's checksum where it has one, and
/// take the final name only when all of them are on the disk: there is never a part of a file under `path`. What has
/// arrived is kept when the network or the credentials fail, and the same call later fetches only the rest, provided
/// that the object is still the same.
///
/// Fails with Usage (a file that is there, without `overwrite`; a folder that is not; an object that changed on the
/// way), Store (the disk is full, or not writable), Network, Tls, Credentials, Service, Cancelled.
[[nodiscard]] core::Task<TransferStatus> downloadFile(std::shared_ptr<TransferEngine> engine, core::S3Uri place,
                                                      QString path, TransferOptions options,
                                                      TransferProgress progress = {}, core::CancelToken cancel = {});

/// With an engine of its own: for a single file.
[[nodiscard]] core::Task<TransferStatus> downloadFile(std::shared_ptr<Session> session, core::S3Uri place, QString path,
                                                      TransferOptions options, TransferProgress progress = {},
                                                      core::CancelToken cancel = {});

} // namespace braketeer::flows
