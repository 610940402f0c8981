#pragma once

#include "services/s3/objectheaders.h"

namespace braketeer::services::s3 {

struct HeadObjectInput
{
    core::S3Uri place;
    QString versionId;
    bool checksums = false; ///< asks for the stored checksums too

    HeadObjectInput() = default;

    explicit HeadObjectInput(core::S3Uri uri) : place(std::move(uri)) { }
};

/// `HEAD` of the object.
aws::Request headObjectRequest(const HeadObjectInput &input);

/// Safe to repeat. A refusal has no body, and so no code: 404 or 403 is all that it says.
[[nodiscard]] core::Task<ObjectHeaders> headObject(Access access, HeadObjectInput input, core::CancelToken cancel = {});

} // namespace braketeer::services::s3
