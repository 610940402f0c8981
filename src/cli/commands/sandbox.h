#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `sandbox [--port N] [--speed X] [--fault RULE]… [--keys N] [--state FILE]`: the built-in service until interrupted.
/// Prints its URL and the environment to use, one `NAME=value` a line, then a line a request.
///
/// The process becomes the program `context.sandboxProgram`: what a web server needs is loaded by nobody else.
core::Task<int> sandbox(Invocation call);

} // namespace braketeer::cli
