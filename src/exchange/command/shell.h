#pragma once

#include "core/result.h"
#include "exchange/exported.h"

#include <QLatin1StringView>
#include <QStringView>

#include <optional>

namespace braketeer::exchange {

/// What a command line needs to know about a shell.
struct Shell
{
    const char *name; ///< for sentences: "PowerShell"

    /// An argument as shell text that arrives unchanged; null where there is none that is certain to.
    /// It must find one for every text of hardened JSON.
    std::optional<QString> (*quote)(QStringView argument);

    QLatin1StringView continuation; ///< joins two lines of one command, line end included
    QLatin1StringView remark;       ///< begins a line that does nothing
    bool rewritesPaths = false;     ///< some builds take a / in an argument for a path of theirs (Git Bash)
};

/// The rows of the shells whose commands are exported.
extern const Shell posixShell;
extern const Shell fishShell;
extern const Shell powerShell;
extern const Shell windowsPowerShell;
extern const Shell cmdShell;

/// One member as an option with its quoted arguments, or as a remainder where no option can carry it.
///
/// The readable form tries shorthand (or a plain text), JSON, and hardened JSON, in this order; the hardened form has
/// remainders only.
ExportPart shellPart(const Shell &shell, const ExportMember &member, Form form);

/// `aws braket create-job`. Readable: an option a line, remainders together in --cli-input-json, whose members the
/// other options add to. Hardened: one line, all in --cli-input-json. File: one line that names the file.
///
/// Fails (Kind::Usage) when profile, region or endpoint cannot be written for this shell.
core::Result<QString> shellCommand(const Shell &shell, const ExportFrame &frame);

} // namespace braketeer::exchange
