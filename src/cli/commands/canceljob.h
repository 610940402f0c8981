#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `cancel-job --job-arn ARN`: the answer of CancelJob. Done means accepted, not stopped.
core::Task<int> cancelJob(Invocation call);

} // namespace braketeer::cli
