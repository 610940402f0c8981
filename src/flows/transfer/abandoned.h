#pragma once

#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "core/task.h"
#include "flows/transfer/engine.h"

#include <QDateTime>
#include <QList>

namespace braketeer::flows {

/// An upload in parts that nobody finished: its parts are stored, and paid for, until it is completed or aborted.
struct AbandonedUpload
{
    core::S3Uri place; ///< what it would have become
    QString uploadId;
    QString region;
    QDateTime startedAt; ///< UTC
    bool ours = false;   ///< in this computer's record: it could still be resumed
};

/// Lists a bucket's unfinished uploads, oldest first; those that this process or another living one works on are left
/// out. Uploads of other programs may still be under way: their age tells.
[[nodiscard]] core::Task<QList<AbandonedUpload>> findAbandonedUploads(std::shared_ptr<TransferEngine> engine,
                                                                      QString bucket, core::CancelToken cancel = {});
[[nodiscard]] core::Task<QList<AbandonedUpload>> findAbandonedUploads(std::shared_ptr<Session> session, QString bucket,
                                                                      core::CancelToken cancel = {});

/// Takes an unfinished upload and its parts away. Success also when it is gone already.
[[nodiscard]] core::Task<> abortUpload(std::shared_ptr<TransferEngine> engine, AbandonedUpload upload,
                                       core::CancelToken cancel = {});
[[nodiscard]] core::Task<> abortUpload(std::shared_ptr<Session> session, AbandonedUpload upload,
                                       core::CancelToken cancel = {});

} // namespace braketeer::flows
