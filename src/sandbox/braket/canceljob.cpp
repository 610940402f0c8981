#include "sandbox/braket/operations.h"

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {

Reply cancelJob(const Call &call)
{
    const auto job = labelledJob(call);
    if (!job)
        return tl::unexpected(job.error());
    const Life life = call.book.lifeOf(*job, call.now);
    if (life.isOver() && life.status != "CANCELLED"_L1)
        return refuse(409, "ConflictException"_ba,
                      u"Job %1 is in %2 status and cannot be cancelled."_s.arg(job->arn, life.status));
    if (!job->cancelledAt)
        call.book.cancel(job->arn, call.now);
    return QJsonObject{{u"jobArn"_s, job->arn},
                       {u"cancellationStatus"_s, life.isOver() ? u"CANCELLED"_s : u"CANCELLING"_s}};
}

} // namespace braketeer::sandbox
