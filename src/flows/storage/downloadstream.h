#pragma once

#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "core/task.h"
#include "flows/session.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace braketeer::flows {

/// Takes the next bytes of an object. A failure ends the download.
using StreamSink = std::function<core::Result<>(const QByteArray &bytes)>;

/// Hands an object of any size to `sink`, piece by piece and in order, in bounded memory: the next piece is on its way
/// while one is being taken. Gives the number of bytes.
///
/// All pieces are of one version of the object, and of the length that it was said to have; its checksum is
/// computed on the way where the service keeps one. What was handed on cannot be taken back: only the end says whether
/// it was right. Fails as inspectObject() and readObject(), as `sink`, and with Network: cut short, or not what is
/// stored.
[[nodiscard]] core::Task<qint64> downloadStream(std::shared_ptr<Session> session, core::S3Uri place, StreamSink sink,
                                                core::CancelToken cancel = {},
                                                qint64 pieceSize = qint64(8) * 1024 * 1024);

} // namespace braketeer::flows
