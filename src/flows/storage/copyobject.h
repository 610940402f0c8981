#pragma once

#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "core/task.h"
#include "flows/session.h"

#include <QString>

#include <functional>
#include <memory>

namespace braketeer::flows {

struct CopyOptions
{
    CopyOptions() = default;

    QString storageClass; ///< of the copy; empty: STANDARD, as S3 has it
    qint64 size = -1;     ///< bytes of the source, where a listing told them; -1: asked for
    /// Longer objects are copied in parts; S3 takes no more than this at once.
    qint64 mostAtOnce = qint64(5) * 1024 * 1024 * 1024;
    qint64 partSize = qint64(128) * 1024 * 1024;         ///< the smallest; larger where 10,000 are too few
    std::function<void(qint64 bytesDone)> progress = {}; ///< after each part, on the session's thread
};

/// Copies inside S3, without the bytes coming here, up to 5 TiB. What belongs to the object comes along: content type
/// and its kin, metadata, tags. Between regions too.
///
/// A copy in parts is of one version of the source (its ETag), some parts at a time; when it fails or is cancelled,
/// nothing is left of it. Fails with Usage (a key), Service, Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<> copyObject(std::shared_ptr<Session> session, core::S3Uri from, core::S3Uri to,
                                      CopyOptions options, core::CancelToken cancel = {});

} // namespace braketeer::flows
