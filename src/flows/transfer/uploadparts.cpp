#include "flows/storage/refusal.h"
#include "flows/transfer/log.h"
#include "flows/transfer/parallel.h"
#include "flows/transfer/upload.h"
#include "services/s3/abortmultipartupload.h"
#include "services/s3/createmultipartupload.h"
#include "services/s3/uploadpart.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace braketeer::flows::uploading {
namespace {

core::Task<> beginParts(Run upload)
{
    TransferJob &job = *upload->job;
    job.row.modified = upload->facts.modified;
    job.row.partSize = upload->plan.partSize;
    job.row.uploadId.clear();
    // Before anything is at the service: another process may be sending the same file there.
    if (auto written = co_await TransferJob::writeDown(upload->job); !written)
        co_return written;
    if (auto forgotten = co_await TransferJob::forgetParts(upload->job); !forgotten)
        co_return forgotten;
    s3::CreateMultipartUploadInput input(upload->place());
    input.contentType = contentTypeOf(job);
    input.checksumAlgorithm = crc32c;
    aws::Request request = s3::createMultipartUploadRequest(input);
    addStorageClass(request, job);
    const auto response = co_await s3::call(upload->access(), request, job.stopToken);
    if (!response)
        co_return core::fail(aboutObject(response.error(), upload->place()));
    const auto id = s3::readCreateMultipartUpload(*response);
    if (!id)
        co_return core::fail(id.error());
    job.row.uploadId = *id;
    qCInfo(transferLog).noquote() << "Upload" << job.row.path << "in" << upload->plan.count() << "parts.";
    co_return co_await TransferJob::writeDown(upload->job);
}

/// What the service has of the upload that the record names. False: nothing of it is left.
core::Task<bool> listWhatIsThere(Run upload)
{
    s3::ListPartsInput input;
    input.place = upload->place();
    input.uploadId = upload->job->row.uploadId;
    for (;;) {
        const auto page = co_await s3::listParts(upload->access(), input, upload->job->stopToken);
        if (!page && (page.error().serviceCode == "NoSuchUpload"_L1 || page.error().httpStatus == 404))
            co_return false;
        if (!page)
            co_return core::fail(page.error());
        for (const s3::UploadedPart &part : page->parts)
            upload->there.insert(part.number, part);
        if (!page->truncated || page->nextPartNumberMarker <= input.partNumberMarker)
            co_return true;
        input.partNumberMarker = page->nextPartNumberMarker;
    }
}

/// Whether a part counts as arrived before it was looked at.
bool isCounted(const Upload &upload, int number)
{
    const auto listed = upload.there.constFind(number);
    return listed != upload.there.cend() && number <= upload.plan.count() && listed->size == upload.plan.length(number);
}

qint64 bytesThere(const Upload &upload)
{
    qint64 bytes = 0;
    for (const s3::UploadedPart &part : upload.there)
        bytes += isCounted(upload, part.number) ? part.size : 0;
    return bytes;
}

/// Whether the service has this very part: by what it answered when the part was sent, else by the checksum it keeps.
bool isThere(const Upload &upload, int number, const aws::BodyDigests &digests)
{
    if (!isCounted(upload, number))
        return false;
    const auto listed = upload.there.constFind(number);
    const auto &recorded = upload.job->row.parts;
    const auto part = std::find_if(recorded.begin(), recorded.end(),
                                   [number](const store::TransferPart &known) { return known.number == number; });
    if (part != recorded.end() && part->eTag == listed->eTag)
        return part->checksum == digests.sha256;
    const QString checksum = listed->checksums.value(crc32c);
    return !checksum.isEmpty() && checksum.toLatin1() == digests.crc32c.toBase64();
}

void completePart(Upload &upload, int number, const QString &eTag, const QByteArray &crc, bool withChecksum)
{
    s3::CompletedPart part;
    part.number = number;
    part.eTag = eTag;
    if (withChecksum)
        part.checksums.insert(crc32c, QString::fromLatin1(crc.toBase64()));
    upload.parts.insert(number, part);
    upload.digests.insert(number, crc);
}

core::Task<> sendPart(Run upload, int number, core::CancelToken stop)
{
    const aws::FileRange range{upload->file, upload->plan.offset(number), upload->plan.length(number)};
    const auto digests = co_await digestsOfRange(upload, range);
    if (!digests)
        co_return core::fail(digests.error());
    if (isThere(*upload, number, *digests)) {
        const s3::UploadedPart listed = upload->there.value(number);
        completePart(*upload, number, listed.eTag, digests->crc32c, listed.checksums.contains(crc32c));
        co_return core::Result<>();
    }
    if (isCounted(*upload, number))
        upload->job->moved->fetch_sub(range.length);
    s3::UploadPartInput input;
    input.place = upload->place();
    input.uploadId = upload->job->row.uploadId;
    input.partNumber = number;
    input.checksums = checksumHeaders(*digests);
    const aws::Request request = s3::uploadPartRequest(input);
    const auto answer = co_await sendRange(upload, request, range, *digests, stop);
    if (!answer)
        co_return core::fail(answer.error());
    const QString eTag = QString::fromUtf8(aws::headerValue(*answer, "etag"));
    completePart(*upload, number, eTag, digests->crc32c, !aws::headerValue(*answer, checksumHeader).isEmpty());
    const QList<store::TransferPart> finished{{number, digests->sha256, eTag}};
    co_return co_await TransferJob::writeParts(upload->job, finished);
}

/// True when what the record says is about this file, and the service still has it.
core::Task<bool> canGoOn(Run upload)
{
    const store::TransferRow &row = upload->job->row;
    if (row.uploadId.isEmpty())
        co_return false;
    const bool sameFile = row.size == upload->facts.size && row.modified == upload->facts.modified && row.partSize > 0;
    if (!sameFile) {
        (void)co_await s3::abortMultipartUpload(upload->access(), upload->place(), row.uploadId);
        co_return false;
    }
    upload->plan = PartPlan{upload->facts.size, row.partSize};
    co_return co_await listWhatIsThere(upload);
}

} // namespace

core::Task<> sendParts(Run upload)
{
    const auto taken = co_await TransferJob::takeRecorded(upload->job);
    if (!taken)
        co_return core::fail(taken.error());
    const auto goesOn = co_await canGoOn(upload);
    if (!goesOn)
        co_return core::fail(goesOn.error());
    upload->job->setTotal(upload->facts.size);
    upload->job->moved->store(*goesOn ? bytesThere(*upload) : 0);
    if (!*goesOn) {
        upload->there.clear();
        upload->plan = planParts(upload->facts.size, upload->job->engine->limits.partSize);
        if (auto begun = co_await beginParts(upload); !begun)
            co_return begun;
    }
    QList<int> numbers(upload->plan.count());
    std::iota(numbers.begin(), numbers.end(), 1);
    const auto work = [upload](int number, core::CancelToken stop) {
        return sendPart(upload, number, std::move(stop));
    };
    const auto sent = co_await forEachPart(numbers, upload->job->engine->limits.parallelParts, work,
                                           upload->job->stopToken);
    if (!sent)
        co_return sent;
    co_return co_await complete(upload);
}

} // namespace braketeer::flows::uploading
