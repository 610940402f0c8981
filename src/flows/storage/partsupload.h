#pragma once

#include "core/canceltoken.h"
#include "core/task.h"
#include "services/s3/completemultipartupload.h"
#include "services/s3/createmultipartupload.h"

#include <QMap>

#include <memory>

/// An upload in parts that lives as long as the call that makes it: it becomes an object, or nothing of it is left.
/// Not for use outside this folder; what can be resumed is flows/transfer.
namespace braketeer::flows {

struct PartsUpload
{
    PartsUpload() = default;

    services::s3::Access access;
    core::S3Uri place;
    QString id;
    bool wholeChecksum = false; ///< the service keeps one checksum of the whole object, not one of its parts'
    QMap<int, services::s3::CompletedPart> parts;
};

/// Begins it. Fails as aboutObject() says it.
[[nodiscard]] core::Task<std::shared_ptr<PartsUpload>> beginParts(services::s3::Access access,
                                                                  services::s3::CreateMultipartUploadInput input,
                                                                  core::CancelToken cancel);

/// Puts the parts together. `checksums`: headers of the whole; `size`: its bytes, by which an object is recognised
/// whose answer was lost.
[[nodiscard]] core::Task<> completeParts(std::shared_ptr<PartsUpload> upload, aws::Headers checksums, qint64 size,
                                         bool onlyIfAbsent, core::CancelToken cancel);

/// Takes away what arrived, and gives back why: `error`, which says so where that could not be done.
/// Cannot be cancelled. Nothing of the upload may be under way any more.
[[nodiscard]] QCoro::Task<core::Error> abandonParts(std::shared_ptr<PartsUpload> upload, core::Error error);

} // namespace braketeer::flows
