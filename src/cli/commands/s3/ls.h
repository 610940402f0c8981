#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `s3 ls [S3URI] [--recursive] [--human-readable] [--summarize] [--page-size N]`: the lines of `aws s3 ls`.
/// Exit code 1 when a key or prefix was named and nothing begins with it, as there.
core::Task<int> s3Ls(Invocation call);

} // namespace braketeer::cli
