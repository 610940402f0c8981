#pragma once

#include "cli/command.h"
#include "flows/record.h"
#include "flows/resolve.h"
#include "job/value.h"

#include <memory>

namespace braketeer::cli {

/// A row of the history as `history list` prints it; a time is RFC 3339 in UTC, what is not known is null.
job::Value submissionAnswer(const store::Submission &submission);

/// The same with `request` and the service's last answer, `job`, as documents.
job::Value wholeSubmissionAnswer(const store::Submission &submission);

/// What became of one open submission: `id`, `jobName`, `clientToken`, `outcome`, `jobArn`, `message`.
job::Value settledAnswer(const flows::Settled &settled);

/// Asks on the terminal whether a lost submission is sent again; where nobody is at a terminal everything waits.
std::shared_ptr<flows::Interaction> terminalInteraction(const Invocation &call);

} // namespace braketeer::cli
