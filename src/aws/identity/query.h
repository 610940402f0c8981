#pragma once

#include "aws/http/request.h"

namespace braketeer::aws {

/// A call in the query protocol of STS, version 2011-06-15: `POST /` with a form body of `Action`, `Version` and
/// `members`.
Request stsRequest(QByteArrayView action, const Headers &members, bool repeatable);

} // namespace braketeer::aws
