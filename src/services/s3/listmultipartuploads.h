#pragma once

#include "services/s3/access.h"

#include <QDateTime>
#include <QList>

namespace braketeer::services::s3 {

struct ListMultipartUploadsInput
{
    QString bucket;
    QString prefix;
    QString keyMarker; ///< with uploadIdMarker: where the next page begins
    QString uploadIdMarker;

    ListMultipartUploadsInput() = default;
};

/// An upload that was begun and neither completed nor aborted. Its parts are paid for.
struct OpenUpload
{
    QString key;
    QString uploadId;
    QDateTime initiated; ///< UTC
};

struct ListMultipartUploadsAnswer
{
    QList<OpenUpload> uploads;
    bool truncated = false;
    QString nextKeyMarker;
    QString nextUploadIdMarker;
};

/// `GET ?uploads`, with keys percent-encoded in the answer.
aws::Request listMultipartUploadsRequest(const ListMultipartUploadsInput &input);
core::Result<ListMultipartUploadsAnswer> readListMultipartUploads(const aws::Response &response);

/// One page. Safe to repeat.
[[nodiscard]] core::Task<ListMultipartUploadsAnswer> listMultipartUploads(Access access,
                                                                          ListMultipartUploadsInput input,
                                                                          core::CancelToken cancel = {});

} // namespace braketeer::services::s3
