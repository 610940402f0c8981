#pragma once

#include <QString>

namespace braketeer::exchange {

enum class ShellFamily { Posix, Fish, PowerShell, PowerShell51, Cmd };

/// How much a text looks like a command for one of the shells: 0 when there is no `create-job` in it, or when it has
/// the signs of another one (its way of going on with a line, its variables, its prompt). Without any sign all are
/// possible, in the order POSIX, PowerShell, cmd, fish.
int likeShell(const QString &text, ShellFamily family);

/// The text without the prompts that stand before its lines when it was copied from a terminal.
QString withoutPrompts(const QString &text);

} // namespace braketeer::exchange
