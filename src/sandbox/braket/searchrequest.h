#pragma once

#include "sandbox/braket/call.h"

#include <QList>
#include <QStringList>

namespace braketeer::sandbox {

struct SearchFilter
{
    QString name;
    QString filterOperator; ///< empty where the operation's filters have none
    QStringList values;     ///< 1 to 10, each 1 to 256 long
};

/// What the Search operations take: filters (required, at most 10), maxResults (1 to 100), nextToken.
struct SearchRequest
{
    QList<SearchFilter> filters;
    int maxResults = 10; ///< the model states no default; this is what users report
    QString nextToken;
};

/// Fails with ValidationException. Source: service model, SearchJobsRequest and SearchDevicesRequest.
ServiceResult<SearchRequest> readSearch(const Call &call, bool withOperators);

/// A page of `ids`, and the token for the next one: the id at its end, opaque to clients. Fails with
/// ValidationException where the token names none of `ids`.
struct Page
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString nextToken; ///< empty on the last page
};

ServiceResult<Page> pageOf(const QStringList &ids, const SearchRequest &search);

} // namespace braketeer::sandbox
