#pragma once

#include "cli/command.h"

namespace braketeer::apps {

/// `sandbox [--port N] [--speed X] [--fault RULE]… [--state FILE]`: runs the built-in service until interrupted.
/// Prints its URL and the environment to use, one `NAME=value` a line, then a line a request.
core::Task<int> sandboxCommand(cli::Invocation call);

} // namespace braketeer::apps
