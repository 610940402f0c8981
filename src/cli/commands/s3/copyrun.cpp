#include "cli/commands/s3/copyrun.h"

#include "cli/commands/s3/places.h"
#include "flows/storage/copyobject.h"
#include "flows/storage/object.h"
#include "flows/storage/textlisting.h"
#include "flows/transfer/downloadfile.h"
#include "flows/transfer/uploadfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <numeric>
#include <vector>

namespace braketeer::cli {
namespace {

using core::Error;

// Small files wait for answers most of the time.
constexpr std::size_t filesAtOnce = 8;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(S3Command)
};

core::Result<> makeFolderOf(const QString &path)
{
    if (QDir().mkpath(QFileInfo(path).absolutePath()))
        return {};
    return core::fail(Error::Kind::Store,
                      Text::tr("The folder %1 cannot be made.").arg(QFileInfo(path).absolutePath()));
}

/// Whether something is where the item goes. What cannot be found out is an error: nothing is replaced by mistake.
core::Task<bool> isThere(std::shared_ptr<CopyRun> run, CopyItem item)
{
    if (item.way == CopyItem::Way::Download)
        co_return QFileInfo::exists(item.path) || QFileInfo(item.path).isSymLink();
    const auto facts = co_await flows::inspectObject(run->session, item.to, run->call.context.cancel);
    if (!facts && facts.error().httpStatus != 404)
        co_return core::fail(facts.error());
    co_return facts.has_value();
}

core::Task<> copyInside(std::shared_ptr<CopyRun> run, CopyItem item)
{
    const QString name = item.text();
    flows::CopyOptions options;
    options.storageClass = run->options.storageClass;
    options.size = item.size;
    options.progress = [run, name](qint64 bytes) {
        run->bytesOnWay[name] = bytes;
        showProgress(*run);
    };
    const auto copied = co_await flows::copyObject(run->session, item.from, item.to, options, run->call.context.cancel);
    const qint64 bytes = run->bytesOnWay.take(name);
    if (copied)
        run->bytesDone += bytes;
    co_return copied;
}

core::Task<> transfer(std::shared_ptr<CopyRun> run, CopyItem item)
{
    const core::CancelToken cancel = run->call.context.cancel;
    const QString name = item.text();
    const flows::TransferProgress progress = [run, name](const flows::TransferStatus &status) {
        run->bytesOnWay[name] = status.bytesDone;
        showProgress(*run);
    };
    core::Result<flows::TransferStatus> end;
    if (item.way == CopyItem::Way::Upload) {
        end = co_await flows::uploadFile(run->engine, item.path, item.to, run->options, progress, cancel);
    } else {
        if (const auto folder = makeFolderOf(item.path); !folder)
            co_return core::fail(folder.error());
        end = co_await flows::downloadFile(run->engine, item.from, item.path, run->options, progress, cancel);
    }
    run->bytesOnWay.remove(name);
    if (!end)
        co_return core::fail(end.error());
    run->bytesDone += end->bytesDone;
    co_return {};
}

enum class Outcome { Copied, Skipped };

core::Task<Outcome> copyOne(std::shared_ptr<CopyRun> run, CopyItem item)
{
    if (run->keepsWhatIsThere) {
        const auto there = co_await isThere(run, item);
        if (!there)
            co_return core::fail(there.error());
        if (*there)
            co_return Outcome::Skipped;
    }
    if (run->dryRun)
        co_return Outcome::Copied;
    core::Result<> end;
    if (item.way == CopyItem::Way::Inside)
        end = co_await copyInside(run, item);
    else
        end = co_await transfer(run, item);
    if (!end)
        co_return core::fail(end.error());
    co_return Outcome::Copied;
}

void tell(CopyRun &run, const CopyItem &item, const core::Result<Outcome> &end)
{
    clearProgress(run);
    const Console &console = run.call.context.console;
    const bool speaks = !run.quiet && !run.errorsOnly;
    const QByteArray dry = run.dryRun ? QByteArrayLiteral("(dryrun) ") : QByteArray();
    if (end && *end == Outcome::Skipped) {
        ++run.skipped;
        if (speaks)
            console.out(dry + "skip: " + item.text().toUtf8() + '\n');
    } else if (end) {
        ++run.done;
        if (speaks)
            console.out(dry + item.line());
    } else if (end.error().kind == Error::Kind::Cancelled || end.error().kind == Error::Kind::Credentials) {
        ++run.failed;
        if (!run.stopped)
            run.stopped = end.error();
    } else {
        const Error error = run.anonymous ? unsignedOnPurpose(end.error()) : end.error();
        tellFailure(run, Text::tr("failed: %1: %2").arg(item.text(), error.text()));
    }
}

/// Takes one item after another until none is left.
QCoro::Task<> lane(std::shared_ptr<CopyRun> run, std::shared_ptr<QList<CopyItem>> items)
{
    while (!items->isEmpty() && !run->stopped) {
        const CopyItem item = items->takeFirst();
        const auto end = co_await copyOne(run, item);
        tell(*run, item, end);
        showProgress(*run);
    }
}

} // namespace

void tellFailure(CopyRun &run, const QString &text)
{
    ++run.failed;
    clearProgress(run);
    if (!run.quiet)
        run.call.context.console.err(text);
}

void showProgress(CopyRun &run)
{
    const auto &status = run.call.context.console.status;
    if (!status || !run.progress || run.quiet || run.errorsOnly)
        return;
    const qint64 bytes = std::accumulate(run.bytesOnWay.cbegin(), run.bytesOnWay.cend(), run.bytesDone);
    const qint64 milliseconds = std::max<qint64>(1, run.clock.elapsed());
    status(Text::tr("%1 (%2/s), %3 files done")
               .arg(QString::fromLatin1(flows::humanReadableSize(bytes)),
                    QString::fromLatin1(flows::humanReadableSize(bytes * 1000 / milliseconds)))
               .arg(run.done));
}

void clearProgress(CopyRun &run)
{
    const auto &status = run.call.context.console.status;
    if (status && run.progress && !run.quiet && !run.errorsOnly)
        status({});
}

QCoro::Task<> copyAll(std::shared_ptr<CopyRun> run, QList<CopyItem> items)
{
    const auto left = std::make_shared<QList<CopyItem>>(std::move(items));
    std::vector<QCoro::Task<>> lanes;
    for (std::size_t i = 0; i < filesAtOnce; ++i)
        lanes.push_back(lane(run, left));
    for (QCoro::Task<> &one : lanes)
        co_await one;
    clearProgress(*run);
}

} // namespace braketeer::cli
