#pragma once

#include "cli/command.h"
#include "cli/commands/s3/options.h"

#include <span>

namespace braketeer::cli {

/// One of the commands behind `s3`.
struct S3Command
{
    const char *name;
    const char *arguments; ///< what follows the name, without the options
    const char *summary;
    S3Verb verb;
    RunCommand run;
};

/// In the order of the help.
std::span<const S3Command> s3Commands();

/// `s3 ls|cp|rm|mb|presign`: what a job needs of `aws s3`, with its options and its output.
core::Task<int> s3(Invocation call);

} // namespace braketeer::cli
