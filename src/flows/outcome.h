#pragma once

#include "core/error.h"

namespace braketeer::flows {

/// What a failed CreateJob says about the job.
enum class Verdict {
    NoJob,   ///< the service said no, or nothing ever reached it
    Unknown, ///< the request may have been carried out
};

/// Judges the error of a first send (with all of the client's own tries behind it).
///
/// Unknown: no answer where one was due, for any of the tries, and a fault of the service (5xx: it may have failed
/// after the job was made).
Verdict judge(const core::Error &error);

/// True when the error of a *repeated* send settles a submission whose first answer was lost. Only the service itself
/// can, and only by a refusal that the first request must have met too; not by throttling, a conflict (the token is
/// known: there may be a job), a fault, or keys that have expired meanwhile.
bool settlesRepeated(const core::Error &error);

/// Among those: the same document is refused each time, whatever else happened (ValidationException).
bool isAboutTheDocument(const core::Error &error);

} // namespace braketeer::flows
