#pragma once

#include "exchange/import/draft.h"
#include "exchange/import/importtext.h"

namespace braketeer::exchange {

/// Makes of what a reader found what importText() answers with: stand-ins get their sources back, placeholders go, old
/// members move, and what is worth a word gets a finding. `format` is the reader's id.
Imported finishImport(ImportDraft draft, const References &references, const QString &format);

} // namespace braketeer::exchange
