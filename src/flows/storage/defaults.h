#pragma once

#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "core/task.h"
#include "flows/session.h"

#include <QDateTime>
#include <QString>

namespace braketeer::flows {

/// Where a job's things go by default, as the Amazon Braket SDK has it.
struct JobPlaces
{
    core::S3Uri code;        ///< …/script; the archive is …/script/source.tar.gz
    core::S3Uri data;        ///< …/data; the results, and uploaded inputs below data/{channel}
    core::S3Uri checkpoints; ///< …/checkpoints
    core::S3Uri output;      ///< what `outputDataConfig.s3Path` gets: the same as `data`
};

/// "amazon-braket-us-west-2-123456789012", made of region and account; or what AMZN_BRAKET_OUT_S3_BUCKET says.
/// Asks STS for the account; does not ask whether the bucket exists. Fails as whoami().
[[nodiscard]] core::Task<QString> defaultBucket(std::shared_ptr<Session> session, core::CancelToken cancel = {});

/// `s3://{bucket}/jobs/{name}/{milliseconds since 1970}/script|data|checkpoints`. A name of its own for each run:
/// equal names overwrote each other. Source: amazon-braket-sdk-python, jobs/quantum_job_creation.py.
JobPlaces jobPlaces(const QString &bucket, const QString &jobName, const QDateTime &now);

} // namespace braketeer::flows
