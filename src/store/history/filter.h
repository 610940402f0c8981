#pragma once

#include "store/history/submission.h"

#include <QList>

namespace braketeer::store {

/// Which submissions to list. Every condition that is set must hold.
struct HistoryFilter
{
    QString text;    ///< found in name, ARN, device, region, status, state or note; ASCII letters in either case
    QString jobName; ///< exactly; empty: all
    QList<SubmissionState> states; ///< any of them; empty: all
    QString region;                ///< empty: all
    bool unfinishedOnly = false;   ///< accepted, and the job has not come to its end

    bool operator==(const HistoryFilter &) const = default;
};

/// Where to go on: rows older than `before` (a Submission::id; 0: from the newest), at most `limit` of them.
struct HistoryPage
{
    qint64 before = 0;
    int limit = 200;
};

/// Newest first. `more`: there are older rows that match; ask again with `before` = the last row's id.
struct HistoryRows
{
    QList<Submission> rows;
    bool more = false;
};

} // namespace braketeer::store
