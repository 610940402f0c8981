#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `s3 ls|cp|rm|mb|presign`: what a job needs of `aws s3`, with its options and its output.
core::Task<int> s3(Invocation call);

} // namespace braketeer::cli
