#pragma once

#include "cli/command.h"

#include <QByteArray>

#include <span>

namespace braketeer::cli {

/// All commands, a line each, and the global options.
QByteArray overview(std::span<const Command> extra);

/// One command: its usage, what it does, for create-job every option with what it is for (from the schema table), and
/// the global options.
QByteArray commandHelp(const Command &command);

} // namespace braketeer::cli
