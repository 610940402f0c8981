#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `s3 mb s3://BUCKET`: makes a bucket in the region of the session.
core::Task<int> s3Mb(Invocation call);

} // namespace braketeer::cli
