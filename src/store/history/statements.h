#pragma once

#include "store/database/connection.h"
#include "store/history/claim.h"
#include "store/history/filter.h"
#include "store/history/submission.h"

/// What the history does with its connection, as plain functions: each is one transaction at most, runs to its end
/// where it is called, and fails with Store.
namespace braketeer::store::statements {

core::Result<qint64> insert(Connection &connection, const Submission &submission, const Claim &claim);
core::Result<> markSent(Connection &connection, qint64 id, const QDateTime &when);

/// What an open submission becomes, and why. The claim ends when the new state is not open, and for Unknown.
struct Outcome
{
    SubmissionState state = SubmissionState::Unknown;
    QString jobArn;
    core::Error error;
    QDateTime when;
};

core::Result<> settle(Connection &connection, qint64 id, const Outcome &outcome);

core::Result<bool> claim(Connection &connection, qint64 id, const Claim &claim, const QDateTime &now);
core::Result<bool> renew(Connection &connection, qint64 id, const Claim &claim);
core::Result<> release(Connection &connection, qint64 id, const Claim &claim);

core::Result<QList<Submission>> open(Connection &connection);
/// `condition`: what stands after WHERE.
core::Result<Submission> one(Connection &connection, const QString &condition, const QVariantList &values);
core::Result<HistoryRows> list(Connection &connection, const HistoryFilter &filter, const HistoryPage &page);
core::Result<qint64> count(Connection &connection, const HistoryFilter &filter);
core::Result<bool> knowsJob(Connection &connection, const QString &jobArn);

/// The submission's id, 0 when nothing changed.
core::Result<qint64> updateJob(Connection &connection, const QString &jobArn, const JobUpdate &update,
                               const QDateTime &when);
core::Result<> setNote(Connection &connection, qint64 id, const QString &note);
core::Result<> forget(Connection &connection, qint64 id);

} // namespace braketeer::store::statements
