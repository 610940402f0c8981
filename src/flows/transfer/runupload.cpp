#include "flows/storage/keyrules.h"
#include "flows/storage/refusal.h"
#include "flows/transfer/directions.h"
#include "flows/transfer/log.h"
#include "flows/transfer/upload.h"
#include "services/s3/abortmultipartupload.h"
#include "services/s3/headobject.h"
#include "services/s3/putobject.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;
using namespace uploading;
using core::Error; // without core:: in front of a function lupdate finds its texts

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

core::Result<> checkPlace(const core::S3Uri &place)
{
    if (auto bucket = checkBucket(place.bucket); !bucket)
        return bucket;
    return checkKey(place.key);
}

core::Task<> checkFree(Run upload)
{
    if (upload->job->options.overwrite)
        co_return core::Result<>();
    const s3::HeadObjectInput input(upload->place());
    const auto there = co_await s3::headObject(upload->access(), input, upload->job->stopToken);
    if (there) {
        Error error;
        error.kind = Error::Kind::Usage;
        error.message = Text::tr("There is an object %1 already.").arg(shownKey(upload->place().toString()));
        error.suggestion = Text::tr("Choose another name, or allow it to be replaced.");
        co_return core::fail(std::move(error));
    }
    if (there.error().httpStatus == 404 || there.error().httpStatus == 403) // 403: may write, but not look
        co_return core::Result<>();
    co_return core::fail(there.error());
}

core::Task<> sendWhole(Run upload)
{
    const aws::FileRange range{upload->file, 0, upload->facts.size};
    const auto digests = co_await digestsOfRange(upload, range);
    if (!digests)
        co_return core::fail(digests.error());
    if (auto same = unchanged(*upload); !same)
        co_return same;
    s3::PutObjectInput input(upload->place());
    input.contentType = contentTypeOf(*upload->job);
    input.checksums = checksumHeaders(*digests);
    aws::Request request = s3::putObjectRequest(input);
    addStorageClass(request, *upload->job);
    const auto sent = co_await sendRange(upload, request, range, *digests, upload->job->stopToken);
    if (!sent)
        co_return core::fail(sent.error());
    upload->job->setProof(upload->serverChecks ? Proof::Crc32c : Proof::Length);
    co_return core::Result<>();
}

} // namespace

core::Task<> runUpload(std::shared_ptr<TransferJob> job)
{
    if (auto checked = checkPlace(job->status().place); !checked)
        co_return checked;
    const auto file = aws::BulkFile::open(job->status().path);
    if (!file)
        co_return core::fail(file.error());
    const auto facts = (*file)->facts();
    if (!facts)
        co_return core::fail(facts.error());
    const Run upload = std::make_shared<Upload>();
    upload->job = job;
    upload->file = *file;
    upload->facts = *facts;
    if (job->row.uploadId.isEmpty()) {
        if (auto free = co_await checkFree(upload); !free)
            co_return free;
    }
    if (facts->size > 2 * job->engine->limits.partSize)
        co_return co_await sendParts(upload);
    job->setTotal(facts->size);
    job->moved->store(0);
    co_return co_await sendWhole(upload);
}

QCoro::Task<> discardUpload(std::shared_ptr<TransferJob> job, QString uploadId)
{
    const auto gone = co_await s3::abortMultipartUpload(job->engine->access(job->options.requesterPays),
                                                        job->status().place, uploadId);
    if (!gone)
        qCInfo(transferLog).noquote() << "Parts of an upload may be left:" << gone.error().text();
}

} // namespace braketeer::flows
