#include "services/braket/getjob.h"

#include "aws/http/client.h"
#include "services/braket/wire.h"

using namespace Qt::StringLiterals;

namespace braketeer::services::braket {
namespace {

QList<JobEvent> readEvents(const QJsonObject &job)
{
    QList<JobEvent> events;
    const QList<QJsonObject> items = objects(job, "events"_L1);
    for (const QJsonObject &item : items)
        events.append({text(item, "eventType"_L1), time(item, "timeOfEvent"_L1), text(item, "message"_L1)});
    return events;
}

std::optional<JobQueueInfo> readQueueInfo(const QJsonObject &job)
{
    if (!job.value("queueInfo"_L1).isObject())
        return std::nullopt;
    const QJsonObject info = job.value("queueInfo"_L1).toObject();
    return JobQueueInfo{text(info, "queue"_L1), text(info, "position"_L1), text(info, "message"_L1)};
}

} // namespace

aws::Request getJobRequest(const QString &jobArn, bool queueInfo)
{
    aws::Request request = bareRequest("GET", labelledPath("/job/", jobArn));
    if (queueInfo)
        request.query.append({"additionalAttributeNames"_ba, "QueueInfo"_ba});
    return request;
}

core::Result<GetJobResponse> readGetJob(const QByteArray &json)
{
    const core::Result<QJsonObject> answer = readObject(json);
    if (!answer)
        return core::fail(answer.error());
    GetJobResponse job;
    job.jobArn = text(*answer, "jobArn"_L1);
    if (job.jobArn.isEmpty())
        return incompleteAnswer("jobArn"_L1);
    job.jobName = text(*answer, "jobName"_L1);
    job.status = text(*answer, "status"_L1);
    job.roleArn = text(*answer, "roleArn"_L1);
    job.device = text(answer->value("deviceConfig"_L1).toObject(), "device"_L1);
    job.instanceType = text(answer->value("instanceConfig"_L1).toObject(), "instanceType"_L1);
    job.outputS3Path = text(answer->value("outputDataConfig"_L1).toObject(), "s3Path"_L1);
    job.failureReason = text(*answer, "failureReason"_L1);
    job.createdAt = time(*answer, "createdAt"_L1);
    job.startedAt = time(*answer, "startedAt"_L1);
    job.endedAt = time(*answer, "endedAt"_L1);
    job.billableDuration = integer(*answer, "billableDuration"_L1);
    job.events = readEvents(*answer);
    job.queueInfo = readQueueInfo(*answer);
    job.tags = textMap(*answer, "tags"_L1);
    job.json = json;
    return job;
}

bool isFinalJobStatus(QStringView status)
{
    return status == "COMPLETED"_L1 || status == "FAILED"_L1 || status == "CANCELLED"_L1;
}

core::Task<GetJobResponse> getJob(std::shared_ptr<aws::Client> client, QString jobArn, bool queueInfo,
                                  core::CancelToken cancel)
{
    const core::Result<aws::Response> response = co_await client->send(getJobRequest(jobArn, queueInfo), cancel);
    co_return readAnswer(response, readGetJob);
}

} // namespace braketeer::services::braket
