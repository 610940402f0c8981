#include "flows/findjob.h"

#include "exchange/json/readjson.h"
#include "flows/matchjob.h"
#include "services/braket/getjob.h"
#include "services/braket/searchjobs.h"
#include "store/history/history.h"

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace braket = services::braket;

/// Not every service honours the filter by name: the API reference lists it, older service models do not.
bool refusesNames(const core::Error &error)
{
    return error.kind == core::Error::Kind::Service && error.httpStatus == 400;
}

/// All jobs with this name since `since`, newest or oldest first as the service has them.
core::Task<QList<braket::JobSummary>> jobsNamed(std::shared_ptr<Session> session, QString name, QDateTime since,
                                                core::CancelToken cancel)
{
    const braket::SearchFilter byTime{u"createdAt"_s, u"GTE"_s, {since.toString(Qt::ISODateWithMs)}};
    braket::SearchPage page;
    page.filters = {braket::SearchFilter{u"jobName"_s, u"EQUAL"_s, {name}}, byTime};
    page.maxResults = 100;
    QList<braket::JobSummary> found;
    for (;;) {
        const QByteArray document = page.toDocument();
        const auto answer = co_await braket::searchJobs(session->client(), document, cancel);
        if (!answer && page.filters.size() == 2 && refusesNames(answer.error())) {
            page.filters = {byTime};
            continue;
        }
        if (!answer)
            co_return core::fail(answer.error());
        for (const braket::JobSummary &job : answer->jobs) {
            if (job.jobName == name && job.createdAt >= since)
                found << job;
        }
        if (answer->nextToken.isEmpty() || answer->nextToken == page.nextToken)
            co_return found;
        page.nextToken = answer->nextToken;
    }
}

} // namespace

core::Task<QString> findJob(std::shared_ptr<Session> session, store::Submission submission,
                            std::chrono::seconds clockSkew, core::CancelToken cancel)
{
    const auto history = co_await session->history();
    if (!history)
        co_return core::fail(history.error());
    const auto request = exchange::readJson(submission.request);
    if (!request)
        co_return core::fail(request.error());

    const QDateTime since = submission.firstSentAt.addSecs(-clockSkew.count());
    const auto candidates = co_await jobsNamed(session, submission.jobName, since, cancel);
    if (!candidates)
        co_return core::fail(candidates.error());
    for (const braket::JobSummary &candidate : *candidates) {
        const auto known = co_await (*history)->knowsJob(candidate.jobArn);
        if (!known)
            co_return core::fail(known.error());
        if (*known)
            continue;
        const auto job = co_await braket::getJob(session->client(), candidate.jobArn, false, cancel);
        if (!job)
            co_return core::fail(job.error());
        const auto answer = exchange::readJson(job->json, exchange::DuplicateKeys::LastWins);
        if (answer && isJobOf(*request, *answer))
            co_return candidate.jobArn;
    }
    co_return QString();
}

} // namespace braketeer::flows
