#pragma once

#include "aws/bulk/file.h"
#include "flows/transfer/checksum.h"
#include "flows/transfer/job.h"
#include "flows/transfer/plan.h"
#include "services/s3/access.h"
#include "services/s3/objectheaders.h"

#include <QMap>

#include <memory>

/// The inside of runDownload(), for its files.
namespace braketeer::flows::downloading {

namespace s3 = services::s3;

/// One run of a download.
struct Download
{
    std::shared_ptr<TransferJob> job;
    s3::ObjectHeaders object;
    ExpectedChecksum expected;
    PartPlan plan;
    std::shared_ptr<const aws::BulkFile> file;
    QMap<int, QByteArray> digests;        ///< of the parts that came in this run
    QList<store::TransferPart> notOnDisk; ///< arrived, and not yet written down
    bool waitingForDisk = false;

    core::S3Uri place() const { return job->status().place; }

    s3::Access access() const { return job->engine->access(job->options.requesterPays); }
};

using Run = std::shared_ptr<Download>;

/// Fetches the parts that have not arrived in an earlier run into the file, which is there and has its size.
[[nodiscard]] core::Task<> fetchParts(Run download);

} // namespace braketeer::flows::downloading
