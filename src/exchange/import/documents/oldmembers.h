#pragma once

#include "job/findings.h"
#include "job/jobspec.h"

namespace braketeer::exchange {

/// Moves members of the API's first days to their places of today, and takes out those that have none, with a finding
/// on each. A place that is taken already is left alone, and the old member with it.
void translateOldMembers(job::JobSpec &spec, job::Findings &findings);

} // namespace braketeer::exchange
