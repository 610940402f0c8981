#pragma once

#include "cli/command.h"

#include <QByteArray>

namespace braketeer::cli {

/// All commands, a line each, and the global options.
QByteArray overview();

/// One command: its usage, what it does, for create-job every option with what it is for (from the schema table), for
/// s3 the commands behind it with their options (only one of them where `arguments` names it), and the global options.
QByteArray commandHelp(const Command &command, const QStringList &arguments);

} // namespace braketeer::cli
