#pragma once

#include "services/s3/objectheaders.h"

namespace braketeer::services::s3 {

struct GetObjectInput
{
    core::S3Uri place;
    QString range;   ///< "bytes=0-99", "bytes=-65557"; empty: all
    QString ifMatch; ///< ETag; another one fails with PreconditionFailed
    QString versionId;
    QString responseContentType; ///< headers the answer is to have
    QString responseContentDisposition;
    bool checksums = false; ///< asks for the stored checksums too

    GetObjectInput() = default;

    explicit GetObjectInput(core::S3Uri uri) : place(std::move(uri)) { }
};

struct GetObjectAnswer
{
    ObjectHeaders headers;
    QByteArray body;
    bool partial = false; ///< the range that was asked for; false: all of the object
};

/// `GET` of the object.
aws::Request getObjectRequest(const GetObjectInput &input);

/// For small parts of objects: all of the answer is kept in memory. Safe to repeat.
[[nodiscard]] core::Task<GetObjectAnswer> getObject(Access access, GetObjectInput input, core::CancelToken cancel = {});

} // namespace braketeer::services::s3
