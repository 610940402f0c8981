#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `history list|show|resolve|note|forget`: the local record of submissions.
///
/// `list` gives an array of objects with at least `jobArn`, `jobName`, `state`, `status`, `region`, `account`,
/// `createdAt`, `clientToken`; `show` one of them with its `request`; `resolve` what became of each open submission.
core::Task<int> history(Invocation call);

} // namespace braketeer::cli
