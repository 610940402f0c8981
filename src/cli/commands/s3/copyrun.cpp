#include "cli/commands/s3/copyrun.h"

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

core::Result<> makeFolderOf(const QString &path)
{
    if (QDir().mkpath(QFileInfo(path).absolutePath()))
        return {};
    return core::fail(Error::Kind::Store,
                      Text::tr("The folder %1 cannot be made.").arg(QFileInfo(path).absolutePath()));
}

core::Task<> copyOne(std::shared_ptr<CopyRun> run, CopyItem item)
{
    if (run->dryRun)
        co_return {};
    const core::CancelToken cancel = run->call.context.cancel;
    if (item.way == CopyItem::Way::Inside)
        co_return co_await flows::copyObject(run->session, item.from, item.to, cancel);
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

void tell(CopyRun &run, const CopyItem &item, const core::Result<> &end)
{
    clearProgress(run);
    const Console &console = run.call.context.console;
    if (end) {
        ++run.done;
        if (!run.quiet && !run.errorsOnly)
            console.out((run.dryRun ? QByteArrayLiteral("(dryrun) ") : QByteArray()) + item.line());
        return;
    }
    ++run.failed;
    if (end.error().kind == Error::Kind::Cancelled || end.error().kind == Error::Kind::Credentials) {
        if (!run.stopped)
            run.stopped = end.error();
    } else if (!run.quiet) {
        console.err(Text::tr("failed: %1: %2").arg(item.text(), end.error().text()));
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
