#include "flows/storage/refusal.h"
#include "flows/transfer/carry.h"
#include "flows/transfer/upload.h"

#include <QMimeDatabase>

using namespace Qt::StringLiterals;

namespace braketeer::flows::uploading {
namespace {

using core::Error;

/// True when the service refused a body because it is not the one that was announced.
bool isMismatch(const Error &error)
{
    return error.serviceCode == "XAmzContentSHA256Mismatch"_L1 || error.serviceCode == "BadDigest"_L1
           || error.serviceCode == "InvalidDigest"_L1 || error.serviceCode == "XAmzContentChecksumMismatch"_L1;
}

Error afterMismatch(const Upload &upload, Error error)
{
    if (isMismatch(error) && !unchanged(upload))
        return aws::sourceChanged(upload.file->path());
    return error;
}

} // namespace

core::Result<> unchanged(const Upload &upload)
{
    const auto now = upload.file->facts();
    if (!now)
        return core::fail(now.error());
    if (*now != upload.facts)
        return core::fail(aws::sourceChanged(upload.file->path()));
    return {};
}

QString contentTypeOf(const TransferJob &job)
{
    if (!job.options.contentType.isEmpty())
        return job.options.contentType;
    return QMimeDatabase().mimeTypeForFile(job.status().path, QMimeDatabase::MatchExtension).name();
}

void addStorageClass(aws::Request &request, const TransferJob &job)
{
    if (!job.options.storageClass.isEmpty())
        request.headers.append({"x-amz-storage-class"_ba, job.options.storageClass.toUtf8()});
}

core::Task<aws::BodyDigests> digestsOfRange(Run upload, aws::FileRange range)
{
    const std::function<core::Result<aws::BodyDigests>()> work = [range = std::move(range)] {
        return aws::bodyDigestsOf(range);
    };
    return Background::run<aws::BodyDigests>(upload->job->engine->background, work);
}

aws::Headers checksumHeaders(const aws::BodyDigests &digests)
{
    return {{checksumHeader, digests.crc32c.toBase64()}};
}

core::Task<aws::Headers> sendRange(Run upload, aws::Request request, aws::FileRange range, aws::BodyDigests digests,
                                   core::CancelToken stop)
{
    Cargo cargo;
    cargo.request = std::move(request);
    cargo.payloadHash = digests.sha256.toHex();
    cargo.source = std::move(range);
    cargo.moved = upload->job->moved;
    cargo.requesterPays = upload->job->options.requesterPays;
    auto answer = co_await carry(upload->job->engine, std::move(cargo), stop);
    if (!answer)
        co_return core::fail(afterMismatch(*upload, aboutObject(answer.error(), upload->place())));
    const QByteArray told = aws::headerValue(answer->headers, checksumHeader);
    if (told != digests.crc32c.toBase64())
        upload->serverChecks = false;
    co_return std::move(answer->headers);
}

} // namespace braketeer::flows::uploading
