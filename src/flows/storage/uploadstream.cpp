#include "flows/storage/uploadstream.h"

#include "flows/storage/keyrules.h"
#include "flows/storage/partsupload.h"
#include "flows/storage/refusal.h"
#include "flows/storage/streamparts.h"
#include "flows/transfer/carry.h"
#include "services/s3/putobject.h"
#include "services/s3/uploadpart.h"

#include <QCoreApplication>

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;
using core::Error;

constexpr qint64 mebibyte = qint64(1) << 20;
constexpr qint64 mostPartBytes = qint64(5) << 30;
constexpr int mostParts = 10'000;
constexpr int equalParts = 8'000;
constexpr int partsBeforeDoubling = 100;         ///< of those that grow
constexpr qint64 bytesOnTheWay = 256 * mebibyte; ///< of temporary files, unless a single part is larger
constexpr int partsOnTheWay = 4;
const QByteArray checksumHeader = "x-amz-checksum-crc32c"_ba;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StorageStream)
};

/// One upload.
struct Stream
{
    std::shared_ptr<TransferEngine> engine;
    StreamUpload what;
    std::shared_ptr<StreamParts> source;
    core::CancelToken stop;

    aws::BulkCounter sent = std::make_shared<std::atomic<qint64>>(0);
    std::shared_ptr<PartsUpload> upload;
    std::optional<Error> error; ///< the first
};

using Run = std::shared_ptr<Stream>;

/// Sends a part with a request of its own. Gives the answer's headers.
core::Task<aws::Headers> send(Run run, aws::Request request, aws::FileRange part)
{
    const std::function<core::Result<aws::BodyDigests>()> work = [part] { return aws::bodyDigestsOf(part); };
    const auto digests = co_await Background::run<aws::BodyDigests>(run->engine->background, work);
    if (!digests)
        co_return core::fail(digests.error());
    request.headers.append({checksumHeader, digests->crc32c.toBase64()});
    Cargo cargo;
    cargo.request = std::move(request);
    cargo.payloadHash = digests->sha256.toHex();
    cargo.source = std::move(part);
    cargo.moved = run->sent;
    const auto answer = co_await carry(run->engine, std::move(cargo), run->stop);
    if (!answer)
        co_return core::fail(aboutObject(answer.error(), run->what.place));
    if (run->what.progress)
        run->what.progress(run->sent->load());
    co_return answer->headers;
}

aws::Headers storageClassHeader(const StreamUpload &what)
{
    if (what.storageClass.isEmpty())
        return {};
    return {{"x-amz-storage-class"_ba, what.storageClass.toUtf8()}};
}

/// What a refusal means when nothing may be replaced.
Error refusedBecause(const StreamUpload &what, Error error)
{
    if (!what.onlyIfAbsent || error.serviceCode != "PreconditionFailed"_L1)
        return error;
    error.kind = Error::Kind::Usage;
    error.message = Text::tr("There is an object %1 already.").arg(shownKey(what.place.toString()));
    error.suggestion = Text::tr("Choose another name, or allow it to be replaced.");
    return error;
}

core::Task<> sendWhole(Run run, aws::FileRange part)
{
    s3::PutObjectInput input(run->what.place);
    input.contentType = run->what.contentType;
    input.onlyIfAbsent = run->what.onlyIfAbsent;
    aws::Request request = s3::putObjectRequest(input);
    request.headers += storageClassHeader(run->what);
    const auto answer = co_await send(run, request, part);
    if (!answer)
        co_return core::fail(refusedBecause(run->what, answer.error()));
    co_return core::Result<>();
}

void failWith(Stream &run, const Error &error)
{
    if (!run.error)
        run.error = error;
    run.stop.cancel();
}

Error tooManyParts()
{
    Error error;
    error.kind = Error::Kind::Usage;
    error.message = Text::tr("The stream is longer than 10,000 parts can hold: say with --expected-size how long it "
                             "is.");
    return error;
}

core::Task<> sendPart(Run run, int number, aws::FileRange part)
{
    s3::UploadPartInput input;
    input.place = run->what.place;
    input.uploadId = run->upload->id;
    input.partNumber = number;
    const aws::Request request = s3::uploadPartRequest(input);
    const auto answer = co_await send(run, request, part);
    if (!answer) {
        failWith(*run, answer.error());
        co_return core::fail(answer.error());
    }
    s3::CompletedPart completed;
    completed.number = number;
    completed.eTag = QString::fromUtf8(aws::headerValue(*answer, "etag"));
    if (const QByteArray checksum = aws::headerValue(*answer, checksumHeader); !checksum.isEmpty())
        completed.checksums.insert(u"CRC32C"_s, QString::fromLatin1(checksum));
    run->upload->parts.insert(number, completed);
    co_return core::Result<>();
}

std::size_t mostOnTheWay(qint64 partSize)
{
    return std::size_t(std::clamp<qint64>(bytesOnTheWay / partSize, 1, partsOnTheWay));
}

/// Sends `part` and all that follow, and ends when none is under way any more.
QCoro::Task<> sendParts(Run run, aws::FileRange part)
{
    std::deque<core::Task<>> flying;
    for (int number = 1; !run->error; ++number) {
        flying.push_back(sendPart(run, number, std::exchange(part, {})));
        if (run->source->isAtEnd())
            break;
        if (number == mostParts) {
            failWith(*run, tooManyParts());
            break;
        }
        const qint64 length = streamPartSize(number + 1, run->what.expectedSize, run->what.partSize);
        while (flying.size() >= mostOnTheWay(length)) {
            (void)co_await flying.front();
            flying.pop_front();
        }
        auto next = co_await StreamParts::next(run->source, length, run->stop);
        if (!next)
            failWith(*run, next.error());
        else
            part = std::move(*next);
    }
    for (core::Task<> &last : flying)
        (void)co_await last;
}

core::Task<> sendAndComplete(Run run, aws::FileRange first)
{
    co_await sendParts(run, std::move(first));
    if (run->error)
        co_return core::fail(*run->error);
    aws::Headers checksums;
    if (run->upload->wholeChecksum)
        checksums = {{checksumHeader, run->source->checksum().toBase64()},
                     {"x-amz-checksum-type"_ba, "FULL_OBJECT"_ba}};
    co_return co_await completeParts(run->upload, checksums, run->source->taken(), run->what.onlyIfAbsent, run->stop);
}

core::Task<> sendInParts(Run run, aws::FileRange first)
{
    s3::CreateMultipartUploadInput input(run->what.place);
    input.contentType = run->what.contentType;
    input.checksumAlgorithm = u"CRC32C"_s;
    input.checksumType = u"FULL_OBJECT"_s;
    input.headers = storageClassHeader(run->what);
    const services::s3::Access access = run->engine->access(false);
    const auto begun = co_await beginParts(access, input, run->stop);
    if (!begun)
        co_return core::fail(begun.error());
    run->upload = *begun;
    const auto done = co_await sendAndComplete(run, std::move(first));
    if (done)
        co_return done;
    auto error = co_await abandonParts(run->upload, refusedBecause(run->what, done.error()));
    co_return core::fail(std::move(error));
}

core::Result<> checkUpload(const StreamUpload &what)
{
    if (auto bucket = checkBucket(what.place.bucket); !bucket)
        return bucket;
    if (what.expectedSize > mostObjectBytes)
        return core::fail(Error::Kind::Usage,
                          Text::tr("An object holds no more than 5 TiB (%1 bytes).").arg(mostObjectBytes));
    return checkKey(what.place.key);
}

} // namespace

qint64 streamPartSize(int number, qint64 expectedSize, qint64 smallest)
{
    const qint64 needed = (expectedSize + equalParts - 1) / equalParts;
    const qint64 equal = needed <= smallest ? smallest : (needed + mebibyte - 1) / mebibyte * mebibyte;
    if (number <= equalParts)
        return equal;
    const int doublings = (number - equalParts - 1) / partsBeforeDoubling + 1;
    return std::min(mostPartBytes, equal << std::min(doublings, 30));
}

core::Task<qint64> uploadStream(std::shared_ptr<TransferEngine> engine, StreamUpload upload, StreamSource source,
                                core::CancelToken cancel)
{
    if (const auto good = checkUpload(upload); !good)
        co_return core::fail(good.error());
    const auto run = std::make_shared<Stream>();
    run->engine = std::move(engine);
    run->what = std::move(upload);
    run->source = std::make_shared<StreamParts>(std::move(source));
    if (run->what.progress)
        run->source->onRead = [progress = run->what.progress, sent = run->sent] { progress(sent->load()); };
    const auto guard = cancel.onCancel([stop = run->stop]() mutable { stop.cancel(); });
    const qint64 length = streamPartSize(1, run->what.expectedSize, run->what.partSize);
    auto first = co_await StreamParts::next(run->source, length, run->stop);
    if (!first)
        co_return core::fail(first.error());
    core::Result<> sent;
    if (run->source->isAtEnd())
        sent = co_await sendWhole(run, std::move(*first));
    else
        sent = co_await sendInParts(run, std::move(*first));
    if (!sent)
        co_return core::fail(sent.error());
    co_return run->source->taken();
}

} // namespace braketeer::flows
