#pragma once

#include "core/task.h"
#include "flows/session.h"
#include "store/history/filter.h"

#include <QString>

namespace braketeer::flows {

/// The record of submissions, for commands that need no account and no region. Each opens the real history of
/// `surroundings` (never the demo's), and fails with Store where that cannot be read, or not written where it must be.

[[nodiscard]] core::Task<store::HistoryRows> listRecord(Surroundings surroundings, store::HistoryFilter filter,
                                                        store::HistoryPage page = {});

/// One submission, whole. `what` is its number, or else an ARN, a client token or a job name: the newest that fits.
/// Fails with Store when there is none.
[[nodiscard]] core::Task<store::Submission> findRecord(Surroundings surroundings, QString what);

/// Puts a person's own words beside a submission. Gives its number.
[[nodiscard]] core::Task<qint64> noteRecord(Surroundings surroundings, QString what, QString note);

/// Drops the local record of a settled submission; the job itself goes on. Gives its number.
/// Fails with Usage for one that is still open.
[[nodiscard]] core::Task<qint64> forgetRecord(Surroundings surroundings, QString what);

} // namespace braketeer::flows
