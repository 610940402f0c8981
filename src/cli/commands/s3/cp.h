#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `s3 cp SOURCE TARGET` with the options of s3Options(): between here and S3, or inside S3; `-` is standard input or
/// output.
///
/// What is there is replaced, unless --no-overwrite says otherwise, and folders are taken as in the AWS CLI. Progress
/// is shown on a terminal only. When some of many cannot be copied, the others are, and the exit code is 1.
core::Task<int> s3Cp(Invocation call);

} // namespace braketeer::cli
