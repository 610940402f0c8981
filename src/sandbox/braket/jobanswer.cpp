#include "sandbox/braket/jobanswer.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {

QJsonObject jobSummary(const Call &call, const Job &job, const Life &life)
{
    QJsonObject answer{
        {u"status"_s, life.status},
        {u"jobArn"_s, job.arn},
        {u"jobName"_s, job.name()},
        {u"createdAt"_s, timestamp(call.book.shownTime(job, 0))},
    };
    if (life.startedAt)
        answer.insert(u"startedAt"_s, timestamp(call.book.shownTime(job, *life.startedAt)));
    if (life.endedAt)
        answer.insert(u"endedAt"_s, timestamp(call.book.shownTime(job, *life.endedAt)));
    QJsonObject tags;
    for (auto tag = job.tags.cbegin(); tag != job.tags.cend(); ++tag)
        tags.insert(tag.key(), tag.value());
    if (!tags.isEmpty())
        answer.insert(u"tags"_s, tags);
    return answer;
}

} // namespace braketeer::sandbox
