#include "cli/commands/s3/cp.h"

#include "cli/commands/s3/copymany.h"
#include "cli/commands/s3/options.h"
#include "cli/commands/s3/places.h"
#include "cli/commands/s3/streams.h"
#include "flows/storage/names.h"
#include "flows/storage/object.h"
#include "flows/storage/uploadstream.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(S3Command)
};

/// One side of a copy: a place in S3, a path, or a stream.
struct Side
{
    std::optional<core::S3Uri> place;
    QString path; ///< empty for a place

    bool isStream() const { return path == u"-"; }
};

core::Result<Side> readSide(const QString &text)
{
    if (!text.startsWith(u"s3://") && !text.startsWith(u"arn:"))
        return Side{std::nullopt, text};
    const auto place = readPlace(text);
    if (!place)
        return core::fail(place.error());
    return Side{*place, {}};
}

/// What is asked for, as far as it is right.
struct CopyRequest
{
    Side from;
    Side to;
    bool recursive = false;
    qint64 expectedSize = 0;

    bool streams() const { return from.isStream() || to.isStream(); }
};

core::Result<CopyRequest> readRequest(const exchange::ParsedArguments &arguments)
{
    CopyRequest request;
    const auto from = readSide(arguments.rest.at(0));
    if (!from)
        return core::fail(from.error());
    const auto to = readSide(arguments.rest.at(1));
    if (!to)
        return core::fail(to.error());
    request.from = *from;
    request.to = *to;
    request.recursive = arguments.has(QStringLiteral("--recursive"));
    if (!from->place && !to->place)
        return core::fail(Error::Kind::Usage, Text::tr("One of the two must be in S3: s3://bucket/key."));
    if (request.recursive && request.streams())
        return core::fail(Error::Kind::Usage, Text::tr("- is one file: it cannot be copied with --recursive."));
    if (from->place && arguments.has(QStringLiteral("--content-type")))
        return core::fail(Error::Kind::Usage,
                          Text::tr("--content-type is for uploads: what is in S3 already keeps the one it has."));
    const auto size = readNumber(arguments, QStringLiteral("--expected-size"), 0, flows::mostObjectBytes, 0);
    if (!size)
        return core::fail(size.error());
    request.expectedSize = *size;
    return request;
}

Error needsRecursive(const QString &folder)
{
    core::Error error;
    error.kind = Error::Kind::Usage;
    error.message = Text::tr("%1 is a folder: copy all that is in it with --recursive.").arg(folder);
    return error;
}

core::Result<CopyItem> oneItem(const Side &from, const Side &to)
{
    CopyItem item;
    const QString name = flows::lastName(from.place ? from.place->key : from.path);
    if (from.place && name.isEmpty())
        return core::fail(needsRecursive(from.place->toString()));
    if (!from.place && QFileInfo(from.path).isDir())
        return core::fail(needsRecursive(from.path));
    if (!from.place && !QFileInfo::exists(from.path))
        return core::fail(Error::Kind::Usage, Text::tr("There is no file %1.").arg(from.path));
    if (to.place) {
        item.to = *to.place;
        if (item.to.key.isEmpty() || item.to.key.endsWith(u'/'))
            item.to.key += name;
    } else {
        const bool isFolder = to.path.endsWith(u'/') || QFileInfo(to.path).isDir();
        const auto file = isFolder ? flows::fileBelow(to.path, {}, name) : core::Result<QString>(to.path);
        if (!file)
            return core::fail(file.error());
        item.path = *file;
    }
    item.way = !from.place ? CopyItem::Way::Upload : to.place ? CopyItem::Way::Inside : CopyItem::Way::Download;
    if (from.place)
        item.from = *from.place;
    else
        item.path = from.path;
    return item;
}

core::Result<std::shared_ptr<CopyRun>> makeRun(const Invocation &call, const exchange::ParsedArguments &arguments)
{
    const auto session = openStorage(call, arguments);
    if (!session)
        return core::fail(session.error());
    auto run = std::make_shared<CopyRun>();
    run->call = call;
    run->session = *session;
    run->engine = flows::makeTransferEngine(*session);
    run->filter = readFilter(arguments);
    run->anonymous = call.options.noSignRequest;
    run->keepsWhatIsThere = arguments.has(QStringLiteral("--no-overwrite"));
    run->options.overwrite = !run->keepsWhatIsThere;
    run->options.requesterPays = arguments.has(QStringLiteral("--request-payer"));
    run->options.contentType = arguments.value(QStringLiteral("--content-type"));
    run->options.storageClass = arguments.value(QStringLiteral("--storage-class"));
    run->dryRun = arguments.has(QStringLiteral("--dryrun"));
    run->quiet = arguments.has(QStringLiteral("--quiet"));
    run->errorsOnly = arguments.has(QStringLiteral("--only-show-errors"));
    run->progress = !arguments.has(QStringLiteral("--no-progress"));
    run->clock.start();
    return run;
}

core::Task<> copyOneItem(std::shared_ptr<CopyRun> run, Side from, Side to)
{
    const auto item = oneItem(from, to);
    if (!item)
        co_return core::fail(item.error());
    const QString name = flows::lastName(from.place ? from.place->key : from.path);
    if (!run->filter.takes(name, from.place ? QString() : QFileInfo(from.path).absoluteFilePath()))
        co_return core::Result<>();
    if (run->dryRun && from.place) { // nothing else would find out that it is not there
        const auto facts = co_await flows::inspectObject(run->session, *from.place, run->call.context.cancel);
        if (!facts)
            co_return core::fail(facts.error());
    }
    const QList<CopyItem> one{*item};
    co_await copyAll(run, one);
    co_return core::Result<>();
}

core::Task<> carryOut(std::shared_ptr<CopyRun> run, CopyRequest request)
{
    if (request.from.isStream())
        co_return co_await fromStandardInput(run, *request.to.place, request.expectedSize);
    if (request.to.isStream())
        co_return co_await toStandardOutput(run, *request.from.place);
    if (!request.recursive)
        co_return co_await copyOneItem(run, request.from, request.to);
    if (request.from.place)
        co_return co_await copyPrefix(run, *request.from.place, request.to.place, request.to.path);
    co_return co_await copyFolder(run, request.from.path, *request.to.place);
}

} // namespace

core::Task<int> s3Cp(Invocation call)
{
    const auto arguments = readArguments(call.arguments, s3Rules(S3Verb::Cp), 2, 2);
    if (!arguments)
        co_return core::fail(arguments.error());
    const auto request = readRequest(*arguments);
    if (!request)
        co_return core::fail(request.error());
    const auto made = makeRun(call, *arguments);
    if (!made)
        co_return core::fail(made.error());
    const std::shared_ptr<CopyRun> &run = *made;
    const auto carried = co_await carryOut(run, *request);
    if (run->skipped > 0 && !run->quiet)
        call.context.console.err(Text::tr("Left alone because they are there already: %1.").arg(run->skipped));
    if (!carried)
        co_return core::fail(carried.error());
    if (run->stopped)
        co_return core::fail(*run->stopped);
    co_return int(run->failed > 0 ? HasErrors : Done);
}

} // namespace braketeer::cli
