#pragma once

#include "sandbox/faults/fault.h"
#include "sandbox/s3/s3service.h"

namespace braketeer::sandbox {

/// Whether a request without a signature is for S3: it reads, and is none of what the other services know.
bool isAnonymousForS3(const RawRequest &request);

/// Carries out a proven request for S3, or lets it go wrong as the rule says. Fails as S3 does.
s3::Reply serveS3(s3::S3Service &service, const RawRequest &request, BodyStream &body,
                  const s3::S3Service::Route &route, const s3::Identity &identity, const std::optional<Fault> &fault,
                  const QDateTime &now);

} // namespace braketeer::sandbox
