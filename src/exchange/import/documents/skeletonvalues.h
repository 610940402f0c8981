#pragma once

#include "job/jobspec.h"

namespace braketeer::exchange {

/// Whether the document began as a skeleton of the AWS CLI: a map in it still has the placeholder KeyName.
bool isSkeleton(const job::JobSpec &spec);

/// Takes out what nobody has filled in: empty texts, zeros, KeyName, and enumerations in structures with nothing else
/// in them. Gives the number of places.
int removePlaceholders(job::JobSpec &spec);

} // namespace braketeer::exchange
