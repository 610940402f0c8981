#pragma once

#include "core/result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace braketeer::gui {

/// Shells whose line editor can be handed a text.
enum class TypingShell { Bash, Zsh, Fish };

/// The shell that a target's text is for ("sh" and "bash": bash); nothing for targets of other systems.
std::optional<TypingShell> typingShell(QStringView targetId);

/// A program with its arguments.
struct ProgramCall
{
    QString program;
    QStringList arguments;
};

/// An interactive shell with `command` standing at its first prompt, as if it had been typed. Nothing is run before a
/// person presses Enter: the shell reads the text from a file of its own (in a folder of mode 0700, removed once it was
/// read) into its line editor, and no parser sees it on the way. Fails with Store when the file cannot be written.
core::Result<ProgramCall> typingCall(TypingShell shell, const QString &command);

/// Opens the desktop's terminal with typingCall() in `folder`. Fails with Usage when there is no terminal or the shell
/// is not installed, and as typingCall().
core::Result<> typeInTerminal(TypingShell shell, const QString &command, const QString &folder);

} // namespace braketeer::gui
