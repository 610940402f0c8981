#pragma once

#include "services/s3/objectheaders.h"

namespace braketeer::services::s3 {

struct PutObjectInput
{
    core::S3Uri place;
    QByteArray body; ///< may be empty: a folder's marker
    QString contentType;
    QMap<QString, QString> metadata;
    QString serverSideEncryption; ///< "AES256", "aws:kms"
    QString kmsKeyId;
    QString tagging;           ///< "a=1&b=x%20y"
    bool onlyIfAbsent = false; ///< fails with PreconditionFailed where an object is there
    aws::Headers checksums;    ///< "x-amz-checksum-crc32c" and such

    PutObjectInput() = default;

    explicit PutObjectInput(core::S3Uri uri) : place(std::move(uri)) { }
};

/// `PUT` of the object.
aws::Request putObjectRequest(const PutObjectInput &input);

/// For small objects: all of the body is in memory. Gives the ETag. Safe to repeat.
[[nodiscard]] core::Task<QString> putObject(Access access, PutObjectInput input, core::CancelToken cancel = {});

} // namespace braketeer::services::s3
