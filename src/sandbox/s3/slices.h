#pragma once

#include "sandbox/s3/call.h"
#include "sandbox/s3/conditions.h"

namespace braketeer::sandbox::s3 {

/// Puts the bytes of an object, or of a part of it, behind the headers of an answer; those of files stay there until
/// they are sent. False where a file is gone.
bool addBody(Answer &answer, const Call &call, const Bucket &bucket, const Object &object, const Range &range);

} // namespace braketeer::sandbox::s3
