#pragma once

#include "core/error.h"
#include "core/result.h"
#include "core/s3uri.h"

#include <QString>

/// What the flows of S3, storage and transfer, say to people.
namespace braketeer::flows {

/// Fails with Usage unless it can be part of a request: not empty, no slash, no control characters. S3 judges the rest.
core::Result<> checkBucket(const QString &bucket);

/// A refusal in words that name the bucket or the object: answers to HEAD have no body and say nothing by themselves,
/// and a 403 may also mean that the object is not there.
core::Error aboutBucket(core::Error error, const QString &bucket);
core::Error aboutObject(core::Error error, const core::S3Uri &place);

} // namespace braketeer::flows
