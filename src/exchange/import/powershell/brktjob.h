#pragma once

#include "exchange/import/draft.h"

namespace braketeer::exchange {

/// Every `New-BRKTJob` call in PowerShell text: parameters by their names, older names and unambiguous beginnings,
/// tables (@{…}), lists (@(…)), New-Object … -Property and splatted tables. Literals only.
///
/// Source: aws-tools-for-powershell, New-BRKTJob-Cmdlet.cs, with its aliases.
ImportDrafts readBrktJobCalls(ImportSource &source);

} // namespace braketeer::exchange
