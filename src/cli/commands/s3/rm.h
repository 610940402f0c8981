#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `s3 rm S3URI [--recursive] [--dryrun] [--quiet]`. With --recursive a "/" ends what is named, as in the AWS CLI:
/// `rm --recursive s3://b/run` leaves `s3://b/run2/x` alone.
core::Task<int> s3Rm(Invocation call);

} // namespace braketeer::cli
