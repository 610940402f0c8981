#pragma once

#include "core/canceltoken.h"
#include "core/task.h"

#include <QByteArray>

namespace braketeer::cli {

/// All of standard input, at most 64 MiB. Waits for it. Fails with Usage.
core::Result<QByteArray> readAllInput();

/// The next bytes of standard input, at most `most`; empty at its end. The event loop goes on while there are none.
/// Fails with Usage (it cannot be read) or Cancelled.
[[nodiscard]] core::Task<QByteArray> readInputPiece(qint64 most, core::CancelToken cancel);

} // namespace braketeer::cli
