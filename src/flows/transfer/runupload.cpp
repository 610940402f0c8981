#include "flows/transfer/directions.h"

#include "aws/bulk/digest.h"
#include "flows/storage/keyrules.h"
#include "flows/storage/refusal.h"
#include "flows/transfer/carry.h"
#include "flows/transfer/log.h"
#include "flows/transfer/parallel.h"
#include "flows/transfer/plan.h"
#include "services/s3/abortmultipartupload.h"
#include "services/s3/completemultipartupload.h"
#include "services/s3/createmultipartupload.h"
#include "services/s3/headobject.h"
#include "services/s3/listparts.h"
#include "services/s3/putobject.h"
#include "services/s3/uploadpart.h"

#include <QCoreApplication>
#include <QMimeDatabase>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;
using core::Error; // without core:: in front of a function lupdate finds its texts

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

// Kept by the service, and cheap to compare with when the object is downloaded. What travels is covered by SHA-256 as
// well, which is part of the signature.
const QString crc32c = u"CRC32C"_s;
const QByteArray checksumHeader = "x-amz-checksum-crc32c"_ba;

using aws::BodyDigests;

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

core::Result<> checkPlace(const core::S3Uri &place)
{
    if (const auto bucket = checkBucket(place.bucket); !bucket)
        return bucket;
    return checkKey(place.key);
}

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

core::Task<BodyDigests> digestsOfRange(Run upload, aws::FileRange range)
{
    const std::function<core::Result<BodyDigests>()> work = [range = std::move(range)] {
        return aws::bodyDigestsOf(range);
    };
    return Background::run<BodyDigests>(upload->job->engine->background, work);
}

aws::Headers checksumHeaders(const BodyDigests &digests)
{
    return {{checksumHeader, digests.crc32c.toBase64()}};
}

/// Sends a range whose digest is known. Gives the answer's headers.
core::Task<aws::Headers> sendRange(Run upload, aws::Request request, aws::FileRange range, BodyDigests digests,
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
        co_return core::fail(aboutObject(answer.error(), upload->place()));
    const QByteArray told = aws::headerValue(answer->headers, checksumHeader);
    if (told != digests.crc32c.toBase64())
        upload->serverChecks = false;
    co_return std::move(answer->headers);
}

/// True when the service refused a body because it is not the one that was announced.
bool isMismatch(const Error &error)
{
    return error.serviceCode == "XAmzContentSHA256Mismatch"_L1 || error.serviceCode == "BadDigest"_L1
           || error.serviceCode == "InvalidDigest"_L1 || error.serviceCode == "XAmzContentChecksumMismatch"_L1;
}

core::Error afterMismatch(const Upload &upload, core::Error error)
{
    if (isMismatch(error) && !unchanged(upload))
        return aws::sourceChanged(upload.file->path());
    return error;
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
    if (!upload->job->options.storageClass.isEmpty())
        request.headers.append({"x-amz-storage-class"_ba, upload->job->options.storageClass.toUtf8()});
    const auto sent = co_await sendRange(upload, request, range, *digests, upload->job->stopToken);
    if (!sent)
        co_return core::fail(afterMismatch(*upload, sent.error()));
    upload->job->setProof(upload->serverChecks ? Proof::Crc32c : Proof::Length);
    co_return core::Result<>();
}

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
    if (!job.options.storageClass.isEmpty())
        request.headers.append({"x-amz-storage-class"_ba, job.options.storageClass.toUtf8()});
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
bool isThere(const Upload &upload, int number, const BodyDigests &digests)
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
        co_return core::fail(afterMismatch(*upload, answer.error()));
    const QString eTag = QString::fromUtf8(aws::headerValue(*answer, "etag"));
    completePart(*upload, number, eTag, digests->crc32c, !aws::headerValue(*answer, checksumHeader).isEmpty());
    const QList<store::TransferPart> finished{{number, digests->sha256, eTag}};
    co_return co_await TransferJob::writeParts(upload->job, finished);
}

/// The checksum of the parts' checksums, as S3 shows it: "BASE64-12".
QString compositeOf(const Upload &upload)
{
    aws::RunningDigest sum(aws::BulkDigest::Crc32c);
    for (const QByteArray &digest : upload.digests)
        sum.add(digest);
    return QString::fromLatin1(sum.result().toBase64()) + u'-' + QString::number(upload.digests.size());
}

Error notWhatWasSent(const Upload &upload)
{
    Error error;
    error.kind = Error::Kind::Network;
    error.message = Text::tr("What the service put together is not what was sent: the checksums of %1 differ.")
                        .arg(shownKey(upload.place().toString()));
    error.suggestion = Text::tr("Upload it again.");
    return error;
}

/// After a lost answer: is the object that is there the one that was sent?
core::Task<bool> isComplete(Run upload)
{
    s3::HeadObjectInput input(upload->place());
    input.checksums = true;
    const auto head = co_await s3::headObject(upload->access(), input, upload->job->stopToken);
    if (!head)
        co_return false;
    const QString checksum = head->checksums.value(crc32c);
    if (!checksum.isEmpty())
        co_return checksum == compositeOf(*upload);
    co_return head->contentLength == upload->facts.size && head->eTag.endsWith(u"-%1\""_s.arg(upload->plan.count()));
}

core::Task<> complete(Run upload)
{
    if (auto same = unchanged(*upload); !same)
        co_return same;
    upload->job->setVerifying();
    s3::CompleteMultipartUploadInput input;
    input.place = upload->place();
    input.uploadId = upload->job->row.uploadId;
    input.parts = upload->parts.values();
    const auto answer = co_await s3::completeMultipartUpload(upload->access(), input, upload->job->stopToken);
    if (!answer) {
        // The answer to an earlier try may have been lost.
        if (answer.error().serviceCode == "NoSuchUpload"_L1 || answer.error().outcomeUnknown) {
            const auto complete = co_await isComplete(upload);
            if (complete.value_or(false))
                co_return core::Result<>();
        }
        co_return core::fail(aboutObject(answer.error(), upload->place()));
    }
    const QString told = answer->checksums.value(crc32c);
    if (!told.isEmpty() && told.contains(u'-') && told != compositeOf(*upload))
        co_return core::fail(notWhatWasSent(*upload));
    upload->job->setProof(upload->serverChecks ? Proof::Crc32c : Proof::Length);
    co_return core::Result<>();
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
