#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace braketeer::services::braket {

/// One condition of a search. What may be combined differs by operation:
///
/// - jobs: `jobArn` EQUAL (alone); `jobName` EQUAL or CONTAINS; `deviceArn` EQUAL; `createdAt` EQUAL, GT, GTE, LT, LTE,
///   BETWEEN (two values). There is no filter for status or tags.
/// - quantum tasks: `quantumTaskArn`, `deviceArn`, `jobArn`, `status`, `createdAt`.
/// - devices: `deviceArn`, without an operator (leave it empty).
/// - spending limits: `deviceArn` EQUAL.
///
/// Source: Amazon Braket API Reference, SearchJobsFilter and its siblings. Times are RFC 3339 text.
struct SearchFilter
{
    QString name;
    QString op; ///< not sent when empty
    QStringList values;
};

/// One page of a search. Ask again with the answer's `nextToken` until that is empty: a page may be empty before the
/// last one.
struct SearchPage
{
    QList<SearchFilter> filters;   ///< at most 10; none finds everything
    std::optional<int> maxResults; ///< 1 to 100; the service's own choice when unset
    QString nextToken;

    /// The request's JSON document: `{"filters": […], "maxResults": …, "nextToken": …}`, `filters` always there.
    QByteArray toDocument() const;
};

} // namespace braketeer::services::braket
