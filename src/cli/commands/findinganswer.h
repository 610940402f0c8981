#pragma once

#include "cli/console.h"
#include "job/findings.h"
#include "job/value.h"

namespace braketeer::cli {

/// `{"valid": bool, "findings": [{"id", "rule", "severity", "path", "key", "message", "fix"}]}`. `valid` is the verdict
/// of the service model alone: no finding with an id that starts with "S-". `rule` and `key` stand only where there is
/// one; `fix` is null or `{label, path, value}`.
job::Value findingsAnswer(const job::Findings &findings);

/// One line a finding on standard error: what a person reads when a job is not sent, or sent with a warning.
void printFindings(const Console &console, const job::Findings &findings);

} // namespace braketeer::cli
