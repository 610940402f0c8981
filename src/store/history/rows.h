#pragma once

#include "store/history/submission.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace braketeer::store {

/// The columns of a submission without its documents, in the order that readRow() expects: for SELECT.
QString rowColumns();

/// Reads a row that was selected with rowColumns().
Submission readRow(const QSqlQuery &query);

/// "INSERT INTO submissions (…) VALUES (…)" for a new submission, and what to bind to it.
QString insertStatement();
QVariantList insertValues(const Submission &submission);

/// Milliseconds since 1970, NULL for an invalid time; and back.
QVariant toColumn(const QDateTime &time);
QDateTime timeFrom(const QVariant &column);

} // namespace braketeer::store
