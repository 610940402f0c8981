#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `template list`, `template show NAME|FILE`, `template fill NAME|FILE [--set NAME=VALUE]… [--as json|yaml]`:
/// documents with places, of the person's folder and those that come with the program. `fill` prints the CreateJob
/// document; what is missing or of another type is named, and then nothing is printed (exit code 252).
core::Task<int> templates(Invocation call);

} // namespace braketeer::cli
