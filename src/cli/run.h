#pragma once

#include "cli/command.h"

#include <QCoroTask>

#include <span>

namespace braketeer::cli {

/// Runs the command that `arguments` (without the program's own name) asks for, and gives the exit code. Everything a
/// person has to read goes through `context.console`.
///
/// `extra`: commands that the program adds to the table, because they need libraries that this one may not use.
QCoro::Task<int> run(Context context, QStringList arguments, std::span<const Command> extra = {});

} // namespace braketeer::cli
