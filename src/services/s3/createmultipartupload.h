#pragma once

#include "core/s3uri.h"
#include "services/s3/access.h"

#include <QMap>

namespace braketeer::services::s3 {

struct CreateMultipartUploadInput
{
    core::S3Uri place;
    QString contentType;
    QMap<QString, QString> metadata;
    QString checksumAlgorithm; ///< "CRC32C", "SHA256"; empty: none is kept
    QString checksumType;      ///< "FULL_OBJECT" or "COMPOSITE"; empty: the service's own
    aws::Headers headers;      ///< others: "cache-control", "x-amz-storage-class", "x-amz-tagging" …

    CreateMultipartUploadInput() = default;

    explicit CreateMultipartUploadInput(core::S3Uri uri) : place(std::move(uri)) { }
};

/// `POST ?uploads`.
aws::Request createMultipartUploadRequest(const CreateMultipartUploadInput &input);
/// The upload's id. Fails with Network where there is none.
core::Result<QString> readCreateMultipartUpload(const aws::Response &response);

/// Begins an upload in parts. A second one by repetition costs nothing until it has parts.
[[nodiscard]] core::Task<QString> createMultipartUpload(Access access, CreateMultipartUploadInput input,
                                                        core::CancelToken cancel = {});

} // namespace braketeer::services::s3
