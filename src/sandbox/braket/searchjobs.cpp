#include "sandbox/braket/jobanswer.h"
#include "sandbox/braket/operations.h"
#include "sandbox/braket/searchrequest.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

/// Which operators a filter takes. Source: API reference, SearchJobsFilter.
struct FilterRow
{
    const char *name;
    const char *operators;
};

constexpr std::array filterTable{
    FilterRow{"jobArn", "EQUAL"},
    FilterRow{"jobName", "EQUAL CONTAINS"},
    FilterRow{"deviceArn", "EQUAL"},
    FilterRow{"createdAt", "EQUAL GT GTE LT LTE BETWEEN"},
};

QDateTime readTime(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

std::optional<ServiceError> checkFilter(const SearchFilter &filter, qsizetype filters)
{
    const auto row = std::find_if(filterTable.cbegin(), filterTable.cend(), [&filter](const FilterRow &each) {
        return filter.name == QLatin1StringView(each.name);
    });
    if (row == filterTable.cend())
        return ServiceError{400, "ValidationException"_ba, u"Invalid filter name: %1"_s.arg(filter.name)};
    if (!QString::fromLatin1(row->operators).split(u' ').contains(filter.filterOperator))
        return ServiceError{400, "ValidationException"_ba,
                            u"Invalid operator %1 for filter %2"_s.arg(filter.filterOperator, filter.name)};
    if (filter.name == "jobArn"_L1 && filters > 1)
        return ServiceError{400, "ValidationException"_ba, u"Filter jobArn cannot be used with other filters"_s};
    if (filter.values.size() != (filter.filterOperator == "BETWEEN"_L1 ? 2 : 1))
        return ServiceError{400, "ValidationException"_ba,
                            u"Invalid number of values for filter %1"_s.arg(filter.name)};
    if (filter.name == "createdAt"_L1
        && !std::all_of(filter.values.cbegin(), filter.values.cend(),
                        [](const QString &value) { return readTime(value).isValid(); }))
        return ServiceError{400, "ValidationException"_ba, u"Invalid timestamp for filter createdAt"_s};
    return {};
}

bool timeFits(const SearchFilter &filter, const QDateTime &created)
{
    const QDateTime first = readTime(filter.values.constFirst());
    const QString &op = filter.filterOperator;
    if (op == "GT"_L1)
        return created > first;
    if (op == "GTE"_L1)
        return created >= first;
    if (op == "LT"_L1)
        return created < first;
    if (op == "LTE"_L1)
        return created <= first;
    if (op == "BETWEEN"_L1)
        return created >= first && created <= readTime(filter.values.constLast());
    return created == first;
}

bool fits(const SearchFilter &filter, const Job &job)
{
    const QString &value = filter.values.constFirst();
    if (filter.name == "jobArn"_L1)
        return job.arn == value;
    if (filter.name == "deviceArn"_L1)
        return job.device() == value;
    if (filter.name == "jobName"_L1)
        return filter.filterOperator == "CONTAINS"_L1 ? job.name().contains(value) : job.name() == value;
    return timeFits(filter, QDateTime::fromMSecsSinceEpoch(job.createdMs, Qt::UTC));
}

// Newest first.
QList<Job> found(const Call &call, const SearchRequest &search)
{
    QList<Job> jobs = call.book.jobs(call.caller.region);
    std::reverse(jobs.begin(), jobs.end());
    erase_if(jobs, [&search](const Job &job) {
        return !std::all_of(search.filters.cbegin(), search.filters.cend(),
                            [&job](const SearchFilter &filter) { return fits(filter, job); });
    });
    return jobs;
}

} // namespace

Reply searchJobs(const Call &call)
{
    const auto search = readSearch(call, true);
    if (!search)
        return tl::unexpected(search.error());
    for (const SearchFilter &filter : search->filters)
        if (const auto problem = checkFilter(filter, search->filters.size()))
            return tl::unexpected(*problem);

    const QList<Job> jobs = found(call, *search);
    QStringList ids;
    for (const Job &job : jobs)
        ids.append(job.arn);
    const auto page = pageOf(ids, *search);
    if (!page)
        return tl::unexpected(page.error());

    QJsonArray list;
    for (const Job &job : jobs.mid(page->begin, page->end - page->begin)) {
        QJsonObject summary = jobSummary(call, job, call.book.lifeOf(job, call.now));
        summary.insert(u"device"_s, job.device());
        list.append(summary);
    }
    QJsonObject answer{{u"jobs"_s, list}};
    if (!page->nextToken.isEmpty())
        answer.insert(u"nextToken"_s, page->nextToken);
    return answer;
}

} // namespace braketeer::sandbox
