#include "flows/storage/keyrules.h"
#include "flows/storage/refusal.h"
#include "flows/transfer/directions.h"
#include "flows/transfer/download.h"
#include "flows/transfer/partialfile.h"
#include "services/s3/headobject.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

namespace s3 = services::s3;
using namespace downloading;
using core::Error; // without core:: in front of a function lupdate finds its texts

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

/// A part of the object as it was uploaded is a part of the download too, unless it is out of all measure.
constexpr qint64 smallestPart = qint64(1) * 1024 * 1024;
constexpr qint64 largestPart = qint64(1024) * 1024 * 1024;

core::Result<> checkTarget(const QString &path, bool overwrite)
{
    const QFileInfo target(path);
    if (target.isDir())
        return core::fail(
            Error::Kind::Usage,
            Text::tr("%1 is a folder: name the file that the download becomes.").arg(QDir::toNativeSeparators(path)));
    if (!overwrite && (target.exists() || target.isSymLink()))
        return core::fail(alreadyThere(path));
    return {};
}

core::Result<> checkPlace(const core::S3Uri &place)
{
    if (auto bucket = checkBucket(place.bucket); !bucket)
        return bucket;
    return checkKey(place.key);
}

Error notAsExpected(const core::S3Uri &place)
{
    Error error;
    error.kind = Error::Kind::Usage; // nothing of it is worth keeping
    error.message =
        Text::tr("What arrived is not what is stored: the checksum of %1 differs.").arg(shownKey(place.toString()));
    error.suggestion = Text::tr("Download it again; if that does not help, the object was damaged when it was stored.");
    return error;
}

core::Task<s3::ObjectHeaders> head(Run download, int partNumber)
{
    s3::HeadObjectInput input(download->place());
    input.versionId = download->job->options.versionId;
    input.checksums = true;
    aws::Request request = s3::headObjectRequest(input);
    if (partNumber > 0)
        request.query.append({"partNumber"_ba, QByteArray::number(partNumber)});
    const auto response = co_await s3::call(download->access(), request, download->job->stopToken);
    if (!response)
        co_return core::fail(aboutObject(response.error(), download->place()));
    co_return s3::readObjectHeaders(response->headers);
}

/// Parts as the object was uploaded in, where only those can be compared with its checksum. All but the last are
/// equally long with every common tool; where they are not, the checksum is of no use.
core::Task<> planDownload(Run download)
{
    const qint64 size = download->object.contentLength;
    download->plan = planParts(size, download->job->engine->limits.partSize);
    download->expected = expectedChecksum(download->object.checksums);
    if (!download->expected.composite)
        co_return core::Result<>();
    const auto first = co_await head(download, 1);
    if (!first)
        co_return core::fail(first.error());
    const PartPlan asUploaded{size, std::max<qint64>(1, first->contentLength)};
    if (first->eTag == download->object.eTag && asUploaded.count() == download->expected.parts
        && (asUploaded.partSize >= smallestPart || asUploaded.count() == 1) && asUploaded.partSize <= largestPart)
        download->plan = asUploaded;
    else
        download->expected = {};
    co_return core::Result<>();
}

/// What an earlier run left is good when it is of the same object, in the same parts, and still there.
bool canGoOn(const Download &download)
{
    const store::TransferRow &row = download.job->row;
    const auto facts = download.file->facts();
    return !row.parts.isEmpty() && row.eTag == download.object.eTag && !row.eTag.isEmpty()
           && row.size == download.plan.size && row.partSize == download.plan.partSize && facts
           && facts->size == download.plan.size;
}

core::Task<> beginParts(Run download)
{
    TransferJob &job = *download->job;
    job.row.eTag = download->object.eTag;
    job.row.partSize = download->plan.partSize;
    job.setTotal(download->plan.size);
    if (auto written = co_await TransferJob::writeDown(download->job); !written)
        co_return written;
    if (auto forgotten = co_await TransferJob::forgetParts(download->job); !forgotten)
        co_return forgotten;
    if (auto empty = download->file->reserve(0); !empty)
        co_return empty;
    co_return download->file->reserve(download->plan.size);
}

core::Task<> verify(Run download)
{
    download->job->setVerifying();
    download->job->setProof(download->expected.proof());
    if (!download->expected)
        co_return core::Result<>();
    const std::function<core::Result<bool>()> work = [download] {
        return isAsExpected(download->expected, download->file, download->plan, download->digests);
    };
    const auto same = co_await Background::run<bool>(download->job->engine->background, work);
    if (!same)
        co_return core::fail(same.error());
    if (!*same)
        co_return core::fail(notAsExpected(download->place()));
    co_return core::Result<>();
}

core::Task<> finish(Run download)
{
    if (auto verified = co_await verify(download); !verified)
        co_return verified;
    if (download->job->stopToken.isCancelled()) {
        Error stopped;
        stopped.kind = Error::Kind::Cancelled;
        stopped.message = Text::tr("The transfer was stopped.");
        co_return core::fail(std::move(stopped));
    }
    const std::function<core::Result<>()> work = [file = download->file, path = download->job->status().path,
                                                  overwrite = download->job->options.overwrite] {
        return publish(*file, path, overwrite);
    };
    const auto published = co_await Background::run<void>(download->job->engine->background, work);
    if (published)
        download->job->ownsPartialFile = false;
    co_return published;
}

core::Task<> openPartialFile(Run download)
{
    const auto file = aws::BulkFile::create(partialName(download->job->status().path));
    if (!file)
        co_return core::fail(file.error());
    download->file = *file;
    download->job->ownsPartialFile = true;
    co_return core::Result<>();
}

} // namespace

core::Task<> runDownload(std::shared_ptr<TransferJob> job)
{
    if (auto target = checkTarget(job->status().path, job->options.overwrite); !target)
        co_return target;
    if (auto place = checkPlace(job->status().place); !place)
        co_return place;
    const Run download = std::make_shared<Download>();
    download->job = job;
    const auto object = co_await head(download, 0);
    if (!object)
        co_return core::fail(object.error());
    download->object = *object;
    if (object->contentLength < 0)
        co_return core::fail(
            Error::Kind::Network,
            Text::tr("The service does not say how large %1 is.").arg(shownKey(download->place().toString())));
    job->setTotal(object->contentLength);
    if (auto planned = co_await planDownload(download); !planned)
        co_return planned;
    if (download->plan.count() > 1) {
        const auto taken = co_await TransferJob::takeRecorded(job);
        if (!taken)
            co_return core::fail(taken.error());
    }
    if (auto opened = co_await openPartialFile(download); !opened)
        co_return opened;
    job->setTotal(object->contentLength);
    if (!canGoOn(*download)) {
        if (auto begun = co_await beginParts(download); !begun)
            co_return begun;
    }
    if (auto fetched = co_await fetchParts(download); !fetched)
        co_return fetched;
    co_return co_await finish(download);
}

void discardDownload(const TransferJob &job)
{
    const QString path = partialName(job.status().path);
    // One of an earlier run goes when nobody has it now.
    if (job.ownsPartialFile || (job.row.id != 0 && aws::BulkFile::create(path)))
        QFile::remove(path);
}

} // namespace braketeer::flows
