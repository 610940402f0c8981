#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `create-job`: a drop-in for `aws braket create-job`, checked, recorded and safe to repeat.
///
/// Takes its options in shorthand or JSON, `--cli-input-json`, `--cli-input-yaml`, `--generate-cli-skeleton`, and
/// beyond the original `--no-check` (only what the AWS CLI itself checks), `--dry-run` (says what would be sent) and
/// `--no-history` (keeps no record). Answer: `{"jobArn": "…"}`.
core::Task<int> createJob(Invocation call);

} // namespace braketeer::cli
