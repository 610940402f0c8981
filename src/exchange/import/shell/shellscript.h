#pragma once

#include "core/result.h"
#include "exchange/import/references.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>
#include <QStringView>

namespace braketeer::exchange {

/// One simple command, as the program would get its arguments, the program's own name first. What the shell would put
/// in place of variables and substitutions stands as a stand-in of References.
struct ShellCommand
{
    QStringList words;
    QStringList braces; ///< words with braces that bash would take apart
};

/// What a shell's reader finds in a text; nothing of it is run.
struct ShellScript
{
    QList<ShellCommand> commands;
    QHash<QString, QString> assignments; ///< variables that the text assigns to once
    QHash<QString, QString> files;       ///< files that the text itself writes: cat > job.json <<'EOF'
    QStringList substitutions;           ///< the insides of $(…), where a command may stand, too
};

using ShellReader = core::Result<ShellScript> (*)(QStringView text, References &references);

/// sh, bash, dash and zsh: '…', "…", $'…', \, comments, here-documents; a backslash at the end of a line goes on.
core::Result<ShellScript> readPosixScript(QStringView text, References &references);

/// fish: in '…' the escapes are \\ and \'; (…) substitutes.
core::Result<ShellScript> readFishScript(QStringView text, References &references);

/// cmd.exe and batch files, then the arguments as a program's C runtime takes them apart: ^ escapes outside of quotes,
/// \" inside.
core::Result<ShellScript> readCmdScript(QStringView text, References &references);

/// PowerShell 7.3 and later, which hands a word to a program as it is.
core::Result<ShellScript> readPowerShellScript(QStringView text, References &references);

/// PowerShell before 7.3, where a word must have its quotes escaped for the program: \" .
core::Result<ShellScript> readPowerShell51Script(QStringView text, References &references);

} // namespace braketeer::exchange
