#include "flows/watch.h"

#include "services/braket/getjob.h"
#include "services/braket/searchjobs.h"
#include "store/history/history.h"

#include <QCoroTimer>
#include <QHash>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace braket = services::braket;

/// A clock that goes wrong by more than this hides a job from the list.
constexpr int skewInSeconds = 300;
/// The longest a job can be of interest: past that, a list of its time would go on for ever.
constexpr int mostPages = 50;

store::JobUpdate updateFrom(const braket::GetJobResponse &job)
{
    return {job.status, job.device, job.createdAt, job.startedAt, job.endedAt, job.failureReason, job.json};
}

QDateTime timeOf(const store::Submission &row)
{
    return row.jobCreatedAt.isValid() ? row.jobCreatedAt : row.createdAt;
}

/// The history's unfinished jobs of this place, by ARN.
core::Task<QHash<QString, store::Submission>> unfinishedJobs(std::shared_ptr<store::History> history, Place place)
{
    store::HistoryFilter filter;
    filter.unfinishedOnly = true;
    filter.region = place.region;
    QHash<QString, store::Submission> jobs;
    store::HistoryPage page;
    for (;;) {
        const auto rows = co_await history->list(filter, page);
        if (!rows)
            co_return core::fail(rows.error());
        for (const store::Submission &row : rows->rows) {
            if (row.endpoint == place.recordedEndpoint())
                jobs.insert(row.jobArn, row);
        }
        if (!rows->more)
            co_return jobs;
        page.before = rows->rows.last().id;
    }
}

/// What the service's lists say about `jobs`, as far as it is new.
core::Task<QStringList> jobsWithNews(std::shared_ptr<Session> session, QHash<QString, store::Submission> jobs,
                                     WatchOptions options)
{
    QDateTime since;
    for (const store::Submission &row : std::as_const(jobs)) {
        if (!since.isValid() || timeOf(row) < since)
            since = timeOf(row);
    }
    braket::SearchPage page;
    page.filters = {{u"createdAt"_s, u"GTE"_s, {since.addSecs(-skewInSeconds).toString(Qt::ISODateWithMs)}}};
    page.maxResults = 100;
    QStringList news;
    for (int number = 0; number < mostPages && !jobs.isEmpty(); ++number) {
        const QByteArray document = page.toDocument();
        const auto answer = co_await braket::searchJobs(session->client(), document, options.cancel);
        if (!answer)
            co_return core::fail(answer.error());
        for (const braket::JobSummary &job : answer->jobs) {
            const auto row = jobs.constFind(job.jobArn);
            if (row == jobs.constEnd())
                continue;
            if (job.status != row->status || job.startedAt != row->startedAt || job.endedAt != row->endedAt)
                news << job.jobArn;
            jobs.erase(row);
        }
        if (answer->nextToken.isEmpty() || answer->nextToken == page.nextToken)
            break;
        page.nextToken = answer->nextToken;
        co_await QCoro::sleepFor(options.pace);
    }
    co_return news;
}

core::Task<bool> writeDown(std::shared_ptr<Session> session, QString jobArn, braket::GetJobResponse job)
{
    const auto history = co_await session->history();
    if (!history)
        co_return core::fail(history.error());
    co_return co_await (*history)->updateJob(jobArn, updateFrom(job));
}

} // namespace

core::Task<WatchReport> refreshJobs(std::shared_ptr<Session> session, WatchOptions options)
{
    const auto history = co_await session->history();
    if (!history)
        co_return core::fail(history.error());
    if (const auto writable = (*history)->writable(); !writable)
        co_return core::fail(writable.error());
    const auto jobs = co_await unfinishedJobs(*history, session->place());
    if (!jobs)
        co_return core::fail(jobs.error());
    WatchReport report;
    report.unfinished = int(jobs->size());
    if (jobs->isEmpty())
        co_return report;
    const auto news = co_await jobsWithNews(session, *jobs, options);
    if (!news)
        co_return core::fail(news.error());

    for (qsizetype place = 0; place < news->size() && !options.cancel.isCancelled(); ++place) {
        if (place > 0)
            co_await QCoro::sleepFor(options.pace);
        const QString jobArn = news->at(place);
        const auto job = co_await braket::getJob(session->client(), jobArn, false, options.cancel);
        if (!job)
            co_return core::fail(job.error());
        const auto written = co_await writeDown(session, jobArn, *job);
        if (!written)
            co_return core::fail(written.error());
        if (*written)
            report.changed << jobArn;
    }
    co_return report;
}

core::Task<QByteArray> refreshJob(std::shared_ptr<Session> session, QString jobArn, core::CancelToken cancel)
{
    const auto job = co_await braket::getJob(session->client(), jobArn, true, cancel);
    if (!job)
        co_return core::fail(job.error());
    const auto written = co_await writeDown(session, jobArn, *job);
    if (!written)
        co_return core::fail(written.error());
    co_return job->json;
}

} // namespace braketeer::flows
