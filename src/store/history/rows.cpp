#include "store/history/rows.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

/// One row = one column and its member. `insert`: known when a submission is recorded.
struct Column
{
    QLatin1StringView name;
    bool insert = false;
    QVariant (*get)(const Submission &) = nullptr;
    void (*set)(Submission &, const QVariant &) = nullptr;
};

template<QString Submission::*member>
constexpr Column text(QLatin1StringView name, bool insert)
{
    // A null QString would be NULL, which the table refuses.
    return {name, insert, [](const Submission &row) -> QVariant { return row.*member + u""_s; },
            [](Submission &row, const QVariant &value) { row.*member = value.toString(); }};
}

template<QDateTime Submission::*member>
constexpr Column time(QLatin1StringView name, bool insert)
{
    return {name, insert, [](const Submission &row) { return toColumn(row.*member); },
            [](Submission &row, const QVariant &value) { row.*member = timeFrom(value); }};
}

constexpr std::array columns{
    Column{"id"_L1, false, [](const Submission &row) -> QVariant { return row.id; },
           [](Submission &row, const QVariant &value) { row.id = value.toLongLong(); }},
    text<&Submission::clientToken>("client_token"_L1, true),
    text<&Submission::jobName>("job_name"_L1, true),
    text<&Submission::device>("device"_L1, true),
    text<&Submission::region>("region"_L1, true),
    text<&Submission::endpoint>("endpoint"_L1, true),
    text<&Submission::account>("account"_L1, true),
    text<&Submission::identity>("identity"_L1, true),
    text<&Submission::profile>("profile"_L1, true),
    Column{"state"_L1, true, [](const Submission &row) -> QVariant { return stateName(row.state); },
           [](Submission &row, const QVariant &value) {
               row.state = stateFromName(value.toString()).value_or(SubmissionState::Unknown);
           }},
    time<&Submission::createdAt>("created_at"_L1, true),
    time<&Submission::firstSentAt>("first_sent_at"_L1, true),
    time<&Submission::updatedAt>("updated_at"_L1, true),
    Column{"attempts"_L1, true, [](const Submission &row) -> QVariant { return row.attempts; },
           [](Submission &row, const QVariant &value) { row.attempts = value.toInt(); }},
    text<&Submission::jobArn>("job_arn"_L1, false),
    text<&Submission::errorCode>("error_code"_L1, false),
    text<&Submission::errorMessage>("error_message"_L1, false),
    text<&Submission::requestId>("request_id"_L1, false),
    text<&Submission::status>("status"_L1, false),
    time<&Submission::jobCreatedAt>("job_created_at"_L1, false),
    time<&Submission::startedAt>("started_at"_L1, false),
    time<&Submission::endedAt>("ended_at"_L1, false),
    text<&Submission::failureReason>("failure_reason"_L1, false),
    text<&Submission::note>("note"_L1, true),
};

QStringList names(bool insertOnly)
{
    QStringList list;
    for (const Column &column : columns) {
        if (column.insert || !insertOnly)
            list << column.name;
    }
    return list;
}

} // namespace

QString rowColumns()
{
    return names(false).join(u", "_s);
}

Submission readRow(const QSqlQuery &query)
{
    Submission row;
    for (size_t place = 0; place < columns.size(); ++place)
        columns[place].set(row, query.value(int(place)));
    return row;
}

QString insertStatement()
{
    const QStringList inserted = names(true) << u"claim_owner"_s << u"claim_until"_s;
    return u"INSERT INTO submissions ("_s + inserted.join(u", "_s) + u") VALUES ("_s
           + QStringList(inserted.size(), u"?"_s).join(u", "_s) + u')';
}

QVariantList insertValues(const Submission &submission)
{
    QVariantList values;
    for (const Column &column : columns) {
        if (column.insert)
            values << column.get(submission);
    }
    return values;
}

QVariant toColumn(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}

QDateTime timeFrom(const QVariant &column)
{
    return column.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
}

} // namespace braketeer::store
