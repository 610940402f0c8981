#pragma once

#include "exchange/import/draft.h"
#include "exchange/import/shell/shellscript.h"

namespace braketeer::exchange {

/// What one command's arguments say: `words` behind the program's name, of a command of `script`. A value that cannot
/// be read because of a missing file or of what it leaves open stays as it was written, with a finding. Fails
/// (Kind::Usage) with the option named, and when it is another command than create-job.
core::Result<ImportDraft> readCall(ImportSource &source, const ShellScript &script, const ShellCommand &command,
                                   const QStringList &words);

} // namespace braketeer::exchange
