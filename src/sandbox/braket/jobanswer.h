#pragma once

#include "sandbox/braket/call.h"

namespace braketeer::sandbox {

/// The members that GetJob and SearchJobs have in common: status, jobArn, jobName, createdAt, startedAt, endedAt, tags.
QJsonObject jobSummary(const Call &call, const Job &job, const Life &life);

} // namespace braketeer::sandbox
