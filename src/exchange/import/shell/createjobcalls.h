#pragma once

#include "exchange/import/draft.h"
#include "exchange/import/shell/shellscript.h"

namespace braketeer::exchange {

/// Every `aws braket create-job` (or `braketeer-cli create-job`) that `read` finds in the text, inside of $(…) only
/// when there is none outside. Fails when there is none, or one's options cannot be read.
ImportDrafts readCreateJobCalls(ImportSource &source, ShellReader read);

/// The value of one option whose arguments were kept because of what they left open, once that is known.
std::optional<job::Value> readKnownArguments(const QString &member, QStringList arguments, const References &references,
                                             const QHash<QString, QString> &known);

} // namespace braketeer::exchange
