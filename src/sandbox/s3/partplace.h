#pragma once

#include "sandbox/s3/call.h"

namespace braketeer::sandbox::s3 {

/// Where a part goes.
struct PartPlace
{
    Upload upload;
    int number = 1;
};

/// Fails with NoSuchUpload, InvalidArgument (the number).
Outcome<PartPlace> partPlace(const Call &call);

/// The upload that a request names. Fails with NoSuchUpload.
Outcome<Upload> uploadNamed(const Call &call);

} // namespace braketeer::sandbox::s3
