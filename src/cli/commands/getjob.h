#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `get-job --job-arn ARN [--additional-attribute-names QueueInfo]`: the answer of GetJob as it came.
core::Task<int> getJob(Invocation call);

} // namespace braketeer::cli
