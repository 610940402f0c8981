#include "store/history/rows.h"
#include "store/history/statements.h"

#include "core/arn.h"

#include <QCoreApplication>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace braketeer::store::statements {
namespace {

QString errorCode(const core::Error &error)
{
    if (!error.serviceCode.isEmpty() || error.message.isEmpty())
        return error.serviceCode;
    switch (error.kind) {
    case core::Error::Kind::Usage:
        return u"Usage"_s;
    case core::Error::Kind::Network:
        return u"Network"_s;
    case core::Error::Kind::Tls:
        return u"Tls"_s;
    case core::Error::Kind::Credentials:
        return u"Credentials"_s;
    case core::Error::Kind::Service:
        return u"Service"_s;
    case core::Error::Kind::Store:
        return u"Store"_s;
    case core::Error::Kind::Cancelled:
        return u"Cancelled"_s;
    }
    return {};
}

core::Result<> expectOne(const core::Result<int> &changed, qint64 id)
{
    if (!changed)
        return core::fail(changed.error());
    if (*changed == 1)
        return {};
    return core::fail(core::Error::Kind::Store,
                      QCoreApplication::translate("Store", "Submission %1 is not open any more: somebody else settled "
                                                           "it, or it was forgotten.")
                          .arg(id));
}

/// Keeps a null QString from becoming NULL.
QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

constexpr auto whereOpen = " WHERE id = ? AND state <> 'accepted' AND state <> 'refused'"_L1;

} // namespace

core::Result<qint64> insert(Connection &connection, const Submission &submission, const Claim &claim)
{
    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return core::fail(begun.error());
    const auto row = connection.query(insertStatement(), insertValues(submission) << notNull(claim.owner)
                                                                                  << claim.until.toMSecsSinceEpoch());
    if (!row)
        return core::fail(row.error());
    const qint64 id = (*row)->lastInsertId().toLongLong();
    (*row)->finish();
    const auto body = connection.change(u"INSERT INTO requests (submission, body) VALUES (?, ?)"_s,
                                        {id, submission.request.isNull() ? QByteArray("") : submission.request});
    if (!body)
        return core::fail(body.error());
    if (auto committed = transaction.commit(); !committed)
        return core::fail(committed.error());
    return id;
}

core::Result<> markSent(Connection &connection, qint64 id, const QDateTime &when)
{
    const QVariant time = toColumn(when);
    return expectOne(connection.change(u"UPDATE submissions SET state = 'sent', attempts = attempts + 1,"
                                       " first_sent_at = coalesce(first_sent_at, ?), updated_at = ?"_s
                                           + whereOpen,
                                       {time, time, id}),
                     id);
}

core::Result<> settle(Connection &connection, qint64 id, const Outcome &outcome)
{
    // An ARN says whose job it is; nobody had to be asked before.
    const auto arn = core::Arn::parse(outcome.jobArn);
    const QString account = arn ? arn->account : QString();
    return expectOne(connection.change(u"UPDATE submissions SET state = ?, job_arn = ?,"
                                       " account = iif(account = '', ?, account), error_code = ?,"
                                       " error_message = ?, request_id = ?, updated_at = ?, claim_owner = '',"
                                       " claim_until = 0"_s
                                           + whereOpen,
                                       {stateName(outcome.state), notNull(outcome.jobArn), notNull(account),
                                        notNull(errorCode(outcome.error)), notNull(outcome.error.message),
                                        notNull(outcome.error.requestId), toColumn(outcome.when), id}),
                     id);
}

core::Result<bool> claim(Connection &connection, qint64 id, const Claim &claim, const QDateTime &now)
{
    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return core::fail(begun.error());
    const auto row = connection.query(u"SELECT claim_owner, claim_until FROM submissions"_s + whereOpen, {id});
    if (!row)
        return core::fail(row.error());
    if (!(*row)->next())
        return false;
    const QString owner = (*row)->value(0).toString();
    const bool held = !owner.isEmpty() && owner != claim.owner
                      && (*row)->value(1).toLongLong() > now.toMSecsSinceEpoch() && !isGone(owner);
    (*row)->finish();
    if (held)
        return false;
    const auto taken = connection.change(u"UPDATE submissions SET claim_owner = ?, claim_until = ? WHERE id = ?"_s,
                                         {claim.owner, claim.until.toMSecsSinceEpoch(), id});
    if (!taken)
        return core::fail(taken.error());
    if (auto committed = transaction.commit(); !committed)
        return core::fail(committed.error());
    return true;
}

core::Result<bool> renew(Connection &connection, qint64 id, const Claim &claim)
{
    const auto changed = connection.change(u"UPDATE submissions SET claim_until = ?"_s + whereOpen
                                               + u" AND claim_owner = ?"_s,
                                           {claim.until.toMSecsSinceEpoch(), id, claim.owner});
    if (!changed)
        return core::fail(changed.error());
    return *changed == 1;
}

core::Result<> release(Connection &connection, qint64 id, const Claim &claim)
{
    const auto changed = connection.change(
        u"UPDATE submissions SET claim_owner = '', claim_until = 0 WHERE id = ? AND claim_owner = ?"_s,
        {id, claim.owner});
    if (!changed)
        return core::fail(changed.error());
    return {};
}

core::Result<qint64> updateJob(Connection &connection, const QString &jobArn, const JobUpdate &update,
                               const QDateTime &when)
{
    const auto known = one(connection, u"job_arn = ? AND state = 'accepted' ORDER BY id DESC LIMIT 1"_s, {jobArn});
    if (!known && connection.isDamaged())
        return core::fail(known.error());
    if (!known)
        return 0;
    Submission row = *known;
    const auto take = [](auto &member, const auto &value, bool given) {
        if (given)
            member = value;
    };
    take(row.status, update.status, !update.status.isEmpty());
    take(row.device, update.device, !update.device.isEmpty());
    take(row.jobCreatedAt, update.jobCreatedAt, update.jobCreatedAt.isValid());
    take(row.startedAt, update.startedAt, update.startedAt.isValid());
    take(row.endedAt, update.endedAt, update.endedAt.isValid());
    take(row.failureReason, update.failureReason, !update.failureReason.isEmpty());
    take(row.job, update.job, !update.job.isEmpty());
    if (row == *known)
        return 0;

    Transaction transaction(connection);
    if (auto begun = transaction.begin(); !begun)
        return core::fail(begun.error());
    const auto changed = connection.change(
        u"UPDATE submissions SET status = ?, device = ?, job_created_at = ?, started_at = ?, ended_at = ?,"
        " failure_reason = ?, updated_at = ? WHERE id = ?"_s,
        {notNull(row.status), notNull(row.device), toColumn(row.jobCreatedAt), toColumn(row.startedAt),
         toColumn(row.endedAt), notNull(row.failureReason), toColumn(when), row.id});
    if (!changed)
        return core::fail(changed.error());
    if (row.job != known->job) {
        const auto kept = connection.change(u"INSERT INTO answers (submission, body) VALUES (?, ?)"
                                            " ON CONFLICT (submission) DO UPDATE SET body = excluded.body"_s,
                                            {row.id, row.job});
        if (!kept)
            return core::fail(kept.error());
    }
    if (auto committed = transaction.commit(); !committed)
        return core::fail(committed.error());
    return row.id;
}

core::Result<> setNote(Connection &connection, qint64 id, const QString &note)
{
    const auto changed = connection.change(u"UPDATE submissions SET note = ? WHERE id = ?"_s, {notNull(note), id});
    if (!changed)
        return core::fail(changed.error());
    if (*changed == 0)
        return core::fail(core::Error::Kind::Store,
                          QCoreApplication::translate("Store", "There is no submission %1 in the history.").arg(id));
    return {};
}

core::Result<> forget(Connection &connection, qint64 id)
{
    const auto removed = connection.change(
        u"DELETE FROM submissions WHERE id = ? AND (state = 'accepted' OR state = 'refused')"_s, {id});
    if (!removed)
        return core::fail(removed.error());
    if (*removed == 1)
        return {};
    const auto row = one(connection, u"id = ?"_s, {id});
    if (!row)
        return core::fail(row.error());
    core::Error error;
    error.message = QCoreApplication::translate("Store", "“%1” is still open: its job may exist.").arg(row->jobName);
    error.suggestion = QCoreApplication::translate("Store", "Settle it first (history resolve), then forget it.");
    return core::fail(error);
}

} // namespace braketeer::store::statements
