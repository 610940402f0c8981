#pragma once

#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "core/task.h"
#include "flows/session.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace braketeer::flows {

/// How a listing is written: as `aws s3 ls` does, byte for byte.
struct TextListingOptions
{
    bool recursive = false;     ///< whole keys, nothing rolled up
    bool humanReadable = false; ///< "1.5 MiB" in place of "1572864"
    int pageSize = 1000;

    TextListingOptions() = default;
};

struct TextListingTotals
{
    qint64 objects = 0;
    qint64 folders = 0;
    qint64 bytes = 0;
};

/// Lists to `write`, a page of lines at a time, in bounded memory: no list of objects is ever made, and the next page
/// is on its way while one is being written. Times are the local ones. Fails as listPage(); what was written stays.
[[nodiscard]] core::Task<TextListingTotals> listAsText(std::shared_ptr<Session> session, core::S3Uri place,
                                                       TextListingOptions options,
                                                       std::function<void(const QByteArray &)> write,
                                                       core::CancelToken cancel = {});

/// "1.5 MiB", "10 Bytes", as `--human-readable` of the AWS CLI has it.
QByteArray humanReadableSize(qint64 bytes);

} // namespace braketeer::flows
