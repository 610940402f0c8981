#pragma once

#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "core/task.h"
#include "flows/session.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <chrono>
#include <functional>

namespace braketeer::flows {

/// What is known of an object without reading it. Absent is empty.
struct ObjectFacts
{
    qint64 size = 0;    ///< bytes
    QDateTime modified; ///< UTC
    QString eTag;       ///< with its quotation marks
    QString contentType;
    QString contentEncoding;
    QString storageClass; ///< STANDARD where the service says nothing
    QString versionId;
    QString encryption;               ///< "AES256", "aws:kms"
    QMap<QString, QString> checksums; ///< "CRC32C" → base64
    QMap<QString, QString> metadata;  ///< of the object's maker, names in lower case
    QString region;                   ///< the bucket's, where it is known by now
};

/// Asks for an object's facts (HEAD). Fails with Usage (see checkKey), Service (404 and 403 are said in words, with the
/// key), Network, Tls, Credentials or Cancelled.
[[nodiscard]] core::Task<ObjectFacts> inspectObject(std::shared_ptr<Session> session, core::S3Uri place,
                                                    core::CancelToken cancel = {});

/// A part of an object, for previews and for looking into archives: `length` bytes from `offset`. A negative `offset`
/// counts from the end and gives all after it (at most `length`). Less where the object is shorter; empty behind its
/// end. For what fits in memory: at most 32 MiB. With `eTag` (quotation marks and all) only of the object that has it:
/// else PreconditionFailed, so that nobody puts pieces of two objects together. Fails as above.
[[nodiscard]] core::Task<QByteArray> readObject(std::shared_ptr<Session> session, core::S3Uri place, qint64 offset,
                                                qint64 length, core::CancelToken cancel = {}, QString eTag = {});

/// Puts an empty object whose key ends with '/' (added where it is missing): what S3 tools show as a folder.
[[nodiscard]] core::Task<> makeFolder(std::shared_ptr<Session> session, core::S3Uri place,
                                      core::CancelToken cancel = {});

/// Writes a small object (at most 32 MiB): what is longer is a transfer.
[[nodiscard]] core::Task<> writeObject(std::shared_ptr<Session> session, core::S3Uri place, QByteArray bytes,
                                       QString contentType = {}, core::CancelToken cancel = {});

/// Told after each step: how many are gone, of how many.
using DeleteProgress = std::function<void(int done, int total)>;

/// Deletes objects, a thousand a request, and says how many are gone. What is not there counts as gone. The first
/// object that is refused ends it with an error that says how many were deleted before.
[[nodiscard]] core::Task<int> deleteObjects(std::shared_ptr<Session> session, QList<core::S3Uri> objects,
                                            DeleteProgress progress = {}, core::CancelToken cancel = {});

/// Told after each page, with the keys that are gone now.
using DeletedKeys = std::function<void(QList<core::S3Uri> deleted)>;

/// Whether an object is meant.
using KeyTest = std::function<bool(const QString &key)>;

/// Deletes all that begins with `place.key`, page by page; with `isMeant` only what that is true of. Says how many.
/// Fails as deleteObjects().
[[nodiscard]] core::Task<qint64> deletePrefix(std::shared_ptr<Session> session, core::S3Uri place,
                                              DeletedKeys deleted = {}, core::CancelToken cancel = {},
                                              KeyTest isMeant = {});

/// A URL that works for whoever has it, until it expires (1 second to 7 days; temporary keys may end it sooner).
/// `method`: "GET" or "PUT". Signed here; the network is asked only for the bucket's region, where it is unknown.
/// Fails with Usage (expiry, key), Credentials, or as bucketRegion().
[[nodiscard]] core::Task<QString> presign(std::shared_ptr<Session> session, core::S3Uri place,
                                          std::chrono::seconds expires, QByteArray method = "GET",
                                          core::CancelToken cancel = {});

} // namespace braketeer::flows
