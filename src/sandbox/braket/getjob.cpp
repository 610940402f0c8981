#include "sandbox/braket/jobanswer.h"
#include "sandbox/braket/operations.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

QJsonArray events(const Call &call, const Job &job, const Life &life)
{
    QJsonArray list;
    for (const LifeEvent &event : life.events)
        list.append(QJsonObject{{u"eventType"_s, event.type},
                                {u"timeOfEvent"_s, timestamp(call.book.shownTime(job, event.at))},
                                {u"message"_s, event.message}});
    return list;
}

qsizetype queuedBefore(const Call &call, const Job &job)
{
    const QList<Job> jobs = call.book.jobs(job.region);
    return std::count_if(jobs.cbegin(), jobs.cend(), [&](const Job &other) {
        return other.device() == job.device() && other.createdMs < job.createdMs
               && call.book.lifeOf(other, call.now).status == "QUEUED"_L1;
    });
}

// The position is text, and "None" beside a reason once the job has left the queue. Source: API reference,
// HybridJobQueueInfo.
QJsonObject queueInfo(const Call &call, const Job &job, const Life &life)
{
    if (life.status == "QUEUED"_L1)
        return {{u"queue"_s, u"JOBS_QUEUE"_s}, {u"position"_s, QString::number(queuedBefore(call, job) + 1)}};
    return {{u"queue"_s, u"JOBS_QUEUE"_s},
            {u"position"_s, u"None"_s},
            {u"message"_s,
             u"Job is in %1 status. Hybrid job position is only available in QUEUED status."_s.arg(life.status)}};
}

} // namespace

Reply getJob(const Call &call)
{
    const auto job = labelledJob(call);
    if (!job)
        return tl::unexpected(job.error());
    const QStringList attributes = queryValues(call.request, "additionalAttributeNames");
    for (const QString &attribute : attributes)
        if (attribute != "QueueInfo"_L1)
            return invalid(u"1 validation error detected: Value '[%1]' at 'additionalAttributeNames' failed to satisfy "
                           u"constraint: Member must satisfy constraint: [Member must satisfy enum value set: "
                           u"[QueueInfo]]"_s.arg(attribute));

    const Life life = call.book.lifeOf(*job, call.now);
    QJsonObject answer = job->request; // all members but the token come back as they were sent
    answer.remove(u"clientToken");
    answer.remove(u"tags");
    const QJsonObject summary = jobSummary(call, *job, life);
    for (auto member = summary.begin(); member != summary.end(); ++member)
        answer.insert(member.key(), member.value());
    answer.insert(u"events"_s, events(call, *job, life));
    if (!life.failureReason.isEmpty())
        answer.insert(u"failureReason"_s, life.failureReason);
    if (life.startedAt && life.endedAt) // documented without a unit; milliseconds here
        answer.insert(u"billableDuration"_s, qint64((*life.endedAt - *life.startedAt) * 1000));
    if (!attributes.isEmpty())
        answer.insert(u"queueInfo"_s, queueInfo(call, *job, life));
    return answer;
}

} // namespace braketeer::sandbox
