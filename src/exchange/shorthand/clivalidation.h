#pragma once

#include "job/findings.h"
#include "job/jobspec.h"

namespace braketeer::exchange {

/// What the AWS CLI itself refuses before it sends: missing and unknown members, wrong types, texts, numbers and lists
/// below their minimum. A subset of job::checkModel(): maximums, patterns and enumerations are sent for the service to
/// judge, and true or false passes for an integer. Source: botocore/validate.py, ParamValidator.
job::Findings cliValidation(const job::JobSpec &spec);

} // namespace braketeer::exchange
