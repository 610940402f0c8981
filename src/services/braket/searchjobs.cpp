#include "services/braket/searchjobs.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {
namespace {

JobSummary readJobSummary(const QJsonObject &item)
{
    JobSummary job;
    job.jobArn = text(item, "jobArn"_L1);
    job.jobName = text(item, "jobName"_L1);
    job.status = text(item, "status"_L1);
    job.device = text(item, "device"_L1);
    job.createdAt = time(item, "createdAt"_L1);
    job.startedAt = time(item, "startedAt"_L1);
    job.endedAt = time(item, "endedAt"_L1);
    job.tags = textMap(item, "tags"_L1);
    return job;
}

} // namespace

aws::Request searchJobsRequest(QByteArray document)
{
    return jsonRequest("POST", "/jobs"_ba, std::move(document));
}

core::Result<SearchJobsResponse> readSearchJobs(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    SearchJobsResponse response;
    const QList<QJsonObject> items = objects(*answer, "jobs"_L1);
    for (const QJsonObject &item : items)
        response.jobs.append(readJobSummary(item));
    response.nextToken = text(*answer, "nextToken"_L1);
    response.json = json;
    return response;
}

core::Task<SearchJobsResponse> searchJobs(std::shared_ptr<aws::Client> client, QByteArray document,
                                          core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(searchJobsRequest(document), cancel);
    co_return readAnswer(response, readSearchJobs);
}

} // namespace braketeer::services::braket
