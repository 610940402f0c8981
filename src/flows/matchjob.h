#pragma once

#include "job/value.h"

namespace braketeer::flows {

/// True when the job that GetJob describes is what `request` (a CreateJob document) asked for: every member of the
/// request has the same value there. The service may add members (defaults, times, events); it never sends the client
/// token back. Empty lists and maps count as absent. Numbers are compared as numbers.
bool isJobOf(const job::Value &request, const job::Value &job);

/// True when two CreateJob documents differ in nothing but the client token.
bool sameButToken(job::Value left, job::Value right);

} // namespace braketeer::flows
