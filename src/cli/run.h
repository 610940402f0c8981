#pragma once

#include "cli/command.h"

#include <QCoroTask>

namespace braketeer::cli {

/// Runs the command that `arguments` (without the program's own name) asks for, and gives the exit code. Everything a
/// person has to read goes through `context.console`.
QCoro::Task<int> run(Context context, QStringList arguments);

} // namespace braketeer::cli
