#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `whoami`: account, ARN, and where the credentials came from.
core::Task<int> whoami(Invocation call);

} // namespace braketeer::cli
