#include "flows/storage/defaults.h"

#include "flows/whoami.h"

using namespace Qt::StringLiterals;

namespace braketeer::flows {

core::Task<QString> defaultBucket(std::shared_ptr<Session> session, core::CancelToken cancel)
{
    if (const QString chosen = session->chosenBucket(); !chosen.isEmpty())
        co_return core::Result<QString>(chosen);
    const QString region = session->place().region;
    const auto identity = co_await whoami(session, cancel);
    if (!identity)
        co_return core::fail(identity.error());
    co_return u"amazon-braket-%1-%2"_s.arg(region, identity->account);
}

JobPlaces jobPlaces(const QString &bucket, const QString &jobName, const QDateTime &now)
{
    const QString base = u"jobs/%1/%2/"_s.arg(jobName).arg(now.toMSecsSinceEpoch());
    const core::S3Uri data{bucket, base + "data"_L1};
    return {{bucket, base + "script"_L1}, data, {bucket, base + "checkpoints"_L1}, data};
}

} // namespace braketeer::flows
