#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `check FILE…`: `{"valid": bool, "findings": [{"id", "rule", "severity", "path", "message", "fix"}]}`; with several
/// files a list (or a line each with `--output jsonl`) in which each has its `file`. `valid` is the verdict of the
/// service model alone; the exit code is 1 when a finding has severity error. `--fix` prints the mended document
/// instead, `--fix --in-place` writes it back. `--online` looks at the places in S3 too (V14, V45, V46); without it,
/// nothing is asked of anybody.
core::Task<int> check(Invocation call);

} // namespace braketeer::cli
