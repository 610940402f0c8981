#pragma once

#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "core/task.h"
#include "flows/session.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace braketeer::flows {

/// An object, or a prefix that stands for all below it.
struct ObjectEntry
{
    QString key;         ///< the whole key; a folder's is its prefix and ends with '/'
    bool folder = false; ///< then all below is empty
    qint64 size = 0;     ///< bytes
    QDateTime modified;  ///< UTC
    QString storageClass;
    QString eTag; ///< with its quotation marks

    bool operator==(const ObjectEntry &) const = default;
};

/// What is asked for. `place.key` is a prefix: all that begins with it is listed, "a/b" finds "a/bc" too.
struct ListQuery
{
    core::S3Uri place;
    bool recursive = false; ///< false: what has a '/' after the prefix is rolled up into folders
    int pageSize = 1000;    ///< 1 to 1000
    QString continuationToken;

    ListQuery() = default;
};

struct ListPage
{
    QList<ObjectEntry> entries; ///< folders and objects in one order, by their keys' bytes
    QString nextToken;          ///< empty on the last page
    QString region;             ///< the bucket's, where it is known by now
};

/// One page. Follows the bucket to its region. Fails with Usage (the prefix, see checkPrefix), Service (NoSuchBucket,
/// AccessDenied …), Network, Tls, Credentials or Cancelled. Safe to repeat.
[[nodiscard]] core::Task<ListPage> listPage(std::shared_ptr<Session> session, ListQuery query,
                                            core::CancelToken cancel = {});

} // namespace braketeer::flows
