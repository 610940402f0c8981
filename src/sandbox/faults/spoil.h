#pragma once

#include "sandbox/faults/fault.h"
#include "sandbox/service/service.h"

namespace braketeer::sandbox {

/// What leaves instead of `answer`; that of a fault which prevents the work is not looked at. `refusal` puts an error
/// into the form of the service.
Answer spoil(const Fault &fault, const std::function<Answer(const ServiceError &)> &refusal, Answer answer);

/// The same for a fault that is no refusal.
Answer spoil(const Fault &fault, Answer answer);

} // namespace braketeer::sandbox
