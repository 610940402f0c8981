#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `s3 presign S3URI [--expires-in SECONDS]`: a URL that gives the object to whoever has it, for an hour by default.
core::Task<int> s3Presign(Invocation call);

} // namespace braketeer::cli
