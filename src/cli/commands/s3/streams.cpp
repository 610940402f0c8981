#include "cli/commands/s3/streams.h"

#include "flows/storage/downloadstream.h"
#include "flows/storage/object.h"
#include "flows/storage/uploadstream.h"

#include <QCoreApplication>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(S3Command)
};

const QString stream = QStringLiteral("-");

void sayWhatWouldBeDone(const CopyRun &run, const char *verb, const QString &from, const QString &to)
{
    if (!run.quiet && !run.errorsOnly)
        run.call.context.console.out(QByteArrayLiteral("(dryrun) ") + verb + ": " + from.toUtf8() + " to " + to.toUtf8()
                                     + '\n');
}

} // namespace

core::Task<> fromStandardInput(std::shared_ptr<CopyRun> run, core::S3Uri place, qint64 expectedSize)
{
    const Console console = run->call.context.console;
    const core::CancelToken cancel = run->call.context.cancel;
    if (run->keepsWhatIsThere) {
        const auto there = co_await flows::inspectObject(run->session, place, cancel);
        if (there)
            ++run->skipped;
        if (there)
            co_return core::Result<>();
        if (there.error().httpStatus != 404)
            co_return core::fail(there.error());
    }
    if (run->dryRun) {
        sayWhatWouldBeDone(*run, "upload", stream, place.toString());
        co_return core::Result<>();
    }
    flows::StreamUpload upload;
    upload.place = place;
    upload.contentType = run->options.contentType;
    upload.storageClass = run->options.storageClass;
    upload.expectedSize = expectedSize;
    upload.onlyIfAbsent = run->keepsWhatIsThere;
    upload.progress = [run](qint64 bytes) {
        run->bytesDone = bytes;
        showProgress(*run);
    };
    const flows::StreamSource source = console.readPiece;
    const auto sent = co_await flows::uploadStream(run->engine, upload, source, cancel);
    clearProgress(*run);
    if (!sent)
        co_return core::fail(sent.error());
    co_return core::Result<>();
}

core::Task<> toStandardOutput(std::shared_ptr<CopyRun> run, core::S3Uri place)
{
    const Console console = run->call.context.console;
    if (run->dryRun) {
        const auto facts = co_await flows::inspectObject(run->session, place, run->call.context.cancel);
        if (!facts)
            co_return core::fail(facts.error());
        sayWhatWouldBeDone(*run, "download", place.toString(), stream);
        co_return core::Result<>();
    }
    if (console.outputIsTerminal)
        run->progress = false; // it would stand in the middle of the object
    const flows::StreamSink sink = [run, out = console.out](const QByteArray &bytes) -> core::Result<> {
        out(bytes);
        if (out.failure() != 0)
            return core::fail(Error::Kind::Store, Text::tr("Standard output cannot be written."));
        run->bytesDone += bytes.size();
        showProgress(*run);
        return {};
    };
    const auto taken = co_await flows::downloadStream(run->session, place, sink, run->call.context.cancel);
    clearProgress(*run);
    if (!taken)
        co_return core::fail(taken.error());
    co_return core::Result<>();
}

} // namespace braketeer::cli
