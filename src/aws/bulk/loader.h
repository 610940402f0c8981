#pragma once

#include "aws/bulk/transport.h"
#include "aws/http/client.h"
#include "core/result.h"

#include <memory>

namespace braketeer::aws {

/// What carries large bodies, from the plugin `libbraketeer_bulk`, with the time limits, certificates and proxy of
/// `config`.
///
/// A plugin, because libcurl brings a dozen libraries along that nobody waits for who moves no file.
/// Looked for beside the program, then in `lib/braketeer` next to the program's folder. Stays loaded until the program
/// ends. Fails with Usage: it is not there or cannot be loaded; the message says where it was looked for.
core::Result<std::shared_ptr<BulkTransport>> loadBulkTransport(const ClientConfig &config);

} // namespace braketeer::aws
