#pragma once

#include "aws/bulk/digest.h"
#include "aws/bulk/file.h"
#include "flows/transfer/job.h"
#include "flows/transfer/plan.h"
#include "services/s3/access.h"
#include "services/s3/completemultipartupload.h"
#include "services/s3/listparts.h"

#include <QMap>

#include <memory>

/// The inside of runUpload(), for its files.
namespace braketeer::flows::uploading {

namespace s3 = services::s3;

// Kept by the service, and cheap to compare with when the object is downloaded. What travels is covered by SHA-256 as
// well, which is part of the signature.
inline constexpr QLatin1StringView crc32c{"CRC32C"};
inline constexpr char checksumHeader[] = "x-amz-checksum-crc32c";

/// One run of an upload.
struct Upload
{
    std::shared_ptr<TransferJob> job;
    std::shared_ptr<const aws::BulkFile> file;
    aws::BulkFile::Facts facts;
    PartPlan plan;
    QMap<int, s3::UploadedPart> there;  ///< what the service has from earlier runs
    QMap<int, s3::CompletedPart> parts; ///< of this run: all of them in the end
    QMap<int, QByteArray> digests;      ///< CRC-32C of each part
    bool serverChecks = true;           ///< the service has answered with the checksum of every part so far

    core::S3Uri place() const { return job->status().place; }

    s3::Access access() const { return job->engine->access(job->options.requesterPays); }
};

using Run = std::shared_ptr<Upload>;

/// Fails with Usage when the file is not the one any more that the run began with.
core::Result<> unchanged(const Upload &upload);

/// What both ways of beginning an object say of it.
QString contentTypeOf(const TransferJob &job);
void addStorageClass(aws::Request &request, const TransferJob &job);

/// Reads the range, on another thread.
[[nodiscard]] core::Task<aws::BodyDigests> digestsOfRange(Run upload, aws::FileRange range);
aws::Headers checksumHeaders(const aws::BodyDigests &digests);
/// Sends a range whose digest is known. Gives the answer's headers.
[[nodiscard]] core::Task<aws::Headers> sendRange(Run upload, aws::Request request, aws::FileRange range,
                                                 aws::BodyDigests digests, core::CancelToken stop);

/// A large file: in parts, those that are missing.
[[nodiscard]] core::Task<> sendParts(Run upload);
/// Makes the object of its parts, when all of them are there.
[[nodiscard]] core::Task<> complete(Run upload);

} // namespace braketeer::flows::uploading
