#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// Every command, in the order of the help.
std::span<const Command> commands();

} // namespace braketeer::cli
