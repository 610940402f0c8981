#include "aws/sigv4/sha256.h"
#include "flows/storage/keyrules.h"
#include "flows/storage/refusal.h"
#include "flows/transfer/carry.h"
#include "flows/transfer/download.h"
#include "flows/transfer/log.h"
#include "flows/transfer/parallel.h"
#include "services/s3/getobject.h"

#include <QCoreApplication>

#include <numeric>

using namespace Qt::StringLiterals;

namespace braketeer::flows::downloading {
namespace {

using core::Error; // without core:: in front of a function lupdate finds its texts

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

/// So many bytes may have to be fetched again after a power cut.
constexpr qint64 betweenWaitsForDisk = qint64(64) * 1024 * 1024;

Error objectChanged(const core::S3Uri &place)
{
    Error error;
    error.kind = Error::Kind::Usage;
    error.message =
        Text::tr("%1 was replaced by another object while it was being downloaded.").arg(shownKey(place.toString()));
    error.suggestion = Text::tr("Download it again.");
    return error;
}

/// Writes down what has arrived, after it is on the disk.
core::Task<> writeDownArrived(Run download)
{
    if (download->notOnDisk.isEmpty() || download->waitingForDisk)
        co_return core::Result<>();
    download->waitingForDisk = true;
    const QList<store::TransferPart> parts = std::exchange(download->notOnDisk, {});
    const std::function<core::Result<>()> work = [file = download->file] { return file->synchronize(); };
    const auto onDisk = co_await Background::run<void>(download->job->engine->background, work);
    download->waitingForDisk = false;
    if (!onDisk)
        co_return onDisk;
    co_return co_await TransferJob::writeParts(download->job, parts);
}

Cargo cargoOf(const Download &download, int number)
{
    const qint64 offset = download.plan.offset(number);
    const qint64 length = download.plan.length(number);
    s3::GetObjectInput input(download.place());
    input.range = u"bytes=%1-%2"_s.arg(offset).arg(offset + length - 1);
    input.ifMatch = download.object.eTag;
    input.versionId = download.job->options.versionId;
    Cargo cargo;
    cargo.request = s3::getObjectRequest(input);
    cargo.payloadHash = aws::emptyPayloadHash;
    cargo.sink = aws::FileRange{download.file, offset, length};
    cargo.digest = download.expected.perPart();
    cargo.moved = download.job->moved;
    cargo.requesterPays = download.job->options.requesterPays;
    return cargo;
}

/// Whether the answer is the part that was asked for, of the object that was asked for.
bool isThePart(const Download &download, int number, const aws::Headers &headers)
{
    const QByteArray eTag = aws::headerValue(headers, "etag");
    if (!eTag.isEmpty() && eTag != download.object.eTag.toUtf8())
        return false;
    const qint64 offset = download.plan.offset(number);
    const QByteArray range = "bytes " + QByteArray::number(offset) + '-'
                             + QByteArray::number(offset + download.plan.length(number) - 1) + '/'
                             + QByteArray::number(download.plan.size);
    return aws::headerValue(headers, "content-range") == range;
}

core::Task<> fetchPart(Run download, int number, core::CancelToken stop)
{
    const auto answer = co_await carry(download->job->engine, cargoOf(*download, number), stop);
    if (!answer) {
        const int status = answer.error().httpStatus;
        co_return core::fail(status == 412 || status == 416 ? objectChanged(download->place())
                                                            : aboutObject(answer.error(), download->place()));
    }
    if (!isThePart(*download, number, answer->headers))
        co_return core::fail(objectChanged(download->place()));
    if (!answer->digest.isEmpty())
        download->digests.insert(number, answer->digest);
    if (!download->job->record)
        co_return core::Result<>();
    download->notOnDisk.append({number, {}, {}});
    if (download->notOnDisk.size() * download->plan.partSize < betweenWaitsForDisk)
        co_return core::Result<>();
    co_return co_await writeDownArrived(download);
}

QList<int> missingParts(const Download &download)
{
    QList<int> numbers(download.plan.count());
    std::iota(numbers.begin(), numbers.end(), 1);
    const auto arrived = [&](int number) {
        const auto &parts = download.job->row.parts;
        return std::any_of(parts.begin(), parts.end(),
                           [number](const store::TransferPart &part) { return part.number == number; });
    };
    numbers.removeIf(arrived);
    return numbers;
}

} // namespace

core::Task<> fetchParts(Run download)
{
    const QList<int> numbers = missingParts(*download);
    qint64 missing = 0;
    for (const int number : numbers)
        missing += download->plan.length(number);
    download->job->moved->store(download->plan.size - missing);
    qCInfo(transferLog).noquote() << "Download" << numbers.size() << "of" << download->plan.count() << "parts of"
                                  << download->job->row.path;
    const auto work = [download](int number, core::CancelToken stop) {
        return fetchPart(download, number, std::move(stop));
    };
    const auto fetched = co_await forEachPart(numbers, download->job->engine->limits.parallelParts, work,
                                              download->job->stopToken);
    if (!fetched)
        (void)co_await writeDownArrived(download);
    co_return fetched;
}

} // namespace braketeer::flows::downloading
