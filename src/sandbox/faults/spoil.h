#pragma once

#include "sandbox/faults/fault.h"
#include "sandbox/service/service.h"

namespace braketeer::sandbox {

/// What leaves instead of `answer`; that of a fault which prevents the work is not looked at.
Answer spoil(const Fault &fault, const Service &service, const Call &call, Answer answer);

} // namespace braketeer::sandbox
