#include "store/history/rows.h"
#include "store/history/statements.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::store::statements {
namespace {

/// What stands after WHERE, and what to bind to it.
struct Condition
{
    QStringList parts;
    QVariantList values;

    QString text() const { return parts.isEmpty() ? u"1"_s : parts.join(u" AND "_s); }
};

QString likePattern(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + text + u'%';
}

Condition conditionOf(const HistoryFilter &filter)
{
    Condition condition;
    if (!filter.text.isEmpty()) {
        constexpr QLatin1StringView searched[] = {"job_name"_L1, "job_arn"_L1, "device"_L1, "status"_L1,
                                                  "state"_L1,    "note"_L1,    "region"_L1};
        QStringList any;
        for (const QLatin1StringView column : searched) {
            any << column + u" LIKE ? ESCAPE '\\'"_s;
            condition.values << likePattern(filter.text);
        }
        condition.parts << u'(' + any.join(u" OR "_s) + u')';
    }
    if (!filter.jobName.isEmpty()) {
        condition.parts << u"job_name = ?"_s;
        condition.values << filter.jobName;
    }
    if (!filter.states.isEmpty()) {
        condition.parts << u"state IN ("_s + QStringList(filter.states.size(), u"?"_s).join(u", "_s) + u')';
        for (const SubmissionState state : filter.states)
            condition.values << stateName(state);
    }
    if (!filter.region.isEmpty()) {
        condition.parts << u"region = ?"_s;
        condition.values << filter.region;
    }
    if (filter.unfinishedOnly)
        condition.parts << u"state = 'accepted' AND status <> 'COMPLETED' AND status <> 'FAILED'"
                           " AND status <> 'CANCELLED'"_s;
    return condition;
}

core::Result<QByteArray> document(Connection &connection, const QString &table, qint64 id)
{
    const auto found = connection.query(u"SELECT body FROM "_s + table + u" WHERE submission = ?"_s, {id});
    if (!found)
        return core::fail(found.error());
    const QByteArray body = (*found)->next() ? (*found)->value(0).toByteArray() : QByteArray();
    (*found)->finish();
    return body;
}

} // namespace

core::Result<QList<Submission>> open(Connection &connection)
{
    const auto found = connection.query(u"SELECT "_s + rowColumns()
                                        + u" FROM submissions WHERE state <> 'accepted' AND state <> 'refused'"
                                          " ORDER BY id"_s);
    if (!found)
        return core::fail(found.error());
    QList<Submission> rows;
    while ((*found)->next())
        rows << readRow(**found);
    (*found)->finish();
    for (Submission &row : rows) {
        const auto request = document(connection, u"requests"_s, row.id);
        if (!request)
            return core::fail(request.error());
        row.request = *request;
    }
    return rows;
}

core::Result<Submission> one(Connection &connection, const QString &condition, const QVariantList &values)
{
    const auto found = connection.query(u"SELECT "_s + rowColumns() + u" FROM submissions WHERE "_s + condition,
                                        values);
    if (!found)
        return core::fail(found.error());
    if (!(*found)->next())
        return core::fail(core::Error::Kind::Store,
                          QCoreApplication::translate("Store", "There is no such submission in the history."));
    Submission row = readRow(**found);
    (*found)->finish();
    const auto request = document(connection, u"requests"_s, row.id);
    const auto answer = document(connection, u"answers"_s, row.id);
    if (!request || !answer)
        return core::fail(request ? answer.error() : request.error());
    row.request = *request;
    row.job = *answer;
    return row;
}

core::Result<HistoryRows> list(Connection &connection, const HistoryFilter &filter, const HistoryPage &page)
{
    Condition condition = conditionOf(filter);
    if (page.before > 0) {
        condition.parts << u"id < ?"_s;
        condition.values << page.before;
    }
    condition.values << page.limit + 1; // one more tells whether there is more
    const auto found = connection.query(u"SELECT "_s + rowColumns() + u" FROM submissions WHERE "_s + condition.text()
                                            + u" ORDER BY id DESC LIMIT ?"_s,
                                        condition.values);
    if (!found)
        return core::fail(found.error());
    HistoryRows rows;
    while ((*found)->next())
        rows.rows << readRow(**found);
    (*found)->finish();
    rows.more = rows.rows.size() > page.limit;
    if (rows.more)
        rows.rows.removeLast();
    return rows;
}

core::Result<qint64> count(Connection &connection, const HistoryFilter &filter)
{
    const Condition condition = conditionOf(filter);
    const auto found = connection.query(u"SELECT count(*) FROM submissions WHERE "_s + condition.text(),
                                        condition.values);
    if (!found)
        return core::fail(found.error());
    const qint64 number = (*found)->next() ? (*found)->value(0).toLongLong() : 0;
    (*found)->finish();
    return number;
}

core::Result<bool> knowsJob(Connection &connection, const QString &jobArn)
{
    const auto found = connection.query(u"SELECT 1 FROM submissions WHERE job_arn = ? AND job_arn <> ''"_s, {jobArn});
    if (!found)
        return core::fail(found.error());
    const bool known = (*found)->next();
    (*found)->finish();
    return known;
}

} // namespace braketeer::store::statements
