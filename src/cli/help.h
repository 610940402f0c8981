#pragma once

#include "cli/command.h"

#include <QByteArray>

namespace braketeer::cli {

/// All commands, a line each, and the global options.
QByteArray overview();

/// One command: its usage, what it does, for create-job every option with what it is for (from the schema table), and
/// the global options.
QByteArray commandHelp(const Command &command);

} // namespace braketeer::cli
