#include "cli/commands/s3/cp.h"

#include "cli/commands/s3/copyrun.h"
#include "cli/commands/s3/places.h"
#include "cli/commands/s3/streams.h"
#include "flows/storage/listing.h"
#include "flows/storage/names.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace braketeer::cli {
namespace {

using core::Error;

constexpr qsizetype itemsAtOnce = 1000;

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

core::Result<CopyItem> oneItem(const Side &from, const Side &to)
{
    CopyItem item;
    const QString name = flows::lastName(from.place ? from.place->key : from.path);
    if (from.place && name.isEmpty())
        return core::fail(
            Error::Kind::Usage,
            Text::tr("%1 is a folder: copy all that is in it with --recursive.").arg(from.place->toString()));
    if (!from.place && QFileInfo(from.path).isDir())
        return core::fail(Error::Kind::Usage,
                          Text::tr("%1 is a folder: copy all that is in it with --recursive.").arg(from.path));
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

QCoro::Task<> uploadFolder(std::shared_ptr<CopyRun> run, QString folder, core::S3Uri to)
{
    const QDir root(QFileInfo(folder).absoluteFilePath());
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    QList<CopyItem> items;
    while (files.hasNext() && !run->stopped) {
        CopyItem item;
        item.path = files.next();
        item.to = {to.bucket, to.key + root.relativeFilePath(QFileInfo(item.path).absoluteFilePath())};
        items.append(item);
        if (items.size() < itemsAtOnce && files.hasNext())
            continue;
        const QList<CopyItem> batch = std::exchange(items, {});
        co_await copyAll(run, batch);
    }
}

/// Where one listed object goes. Null for a folder's marker, and for what no file can be called, which is said.
std::optional<CopyItem> itemOf(CopyRun &run, const core::S3Uri &from, const Side &to, const flows::ObjectEntry &entry)
{
    if (entry.key.endsWith(u'/'))
        return std::nullopt;
    CopyItem item;
    item.from = {from.bucket, entry.key};
    if (to.place) {
        item.way = CopyItem::Way::Inside;
        item.to = {to.place->bucket, flows::asFolder(*to.place).key + entry.key.sliced(from.key.size())};
        return item;
    }
    item.way = CopyItem::Way::Download;
    const auto file = flows::fileBelow(to.path, from.key, entry.key);
    if (!file) {
        ++run.failed;
        run.call.context.console.err(file.error().text());
        return std::nullopt;
    }
    item.path = *file;
    return item;
}

core::Task<> copyPrefix(std::shared_ptr<CopyRun> run, core::S3Uri from, Side to)
{
    flows::ListQuery query;
    query.place = from;
    query.recursive = true;
    do {
        const auto page = co_await flows::listPage(run->session, query, run->call.context.cancel);
        if (!page)
            co_return core::fail(page.error());
        QList<CopyItem> items;
        for (const flows::ObjectEntry &entry : page->entries) {
            if (const auto item = itemOf(*run, from, to, entry))
                items.append(*item);
        }
        co_await copyAll(run, items);
        query.continuationToken = page->nextToken;
    } while (!query.continuationToken.isEmpty() && !run->stopped);
    co_return {};
}

core::Task<> copyMany(std::shared_ptr<CopyRun> run, Side from, Side to)
{
    if (from.place) {
        const core::S3Uri folder = flows::asFolder(*from.place);
        co_return co_await copyPrefix(run, folder, to);
    }
    if (!QFileInfo(from.path).isDir())
        co_return core::fail(Error::Kind::Usage, Text::tr("%1 is no folder.").arg(from.path));
    const core::S3Uri target = flows::asFolder(*to.place);
    co_await uploadFolder(run, from.path, target);
    co_return {};
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
    run->options.overwrite = true;
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

} // namespace

core::Task<int> s3Cp(Invocation call)
{
    QList<OptionRule> rules{{.name = QStringLiteral("--content-type")}, {.name = QStringLiteral("--storage-class")}};
    for (const char *flag : {"--recursive", "--dryrun", "--quiet", "--only-show-errors", "--no-progress"})
        rules.append({.name = QString::fromLatin1(flag), .takes = Takes::Nothing});
    const auto arguments = readArguments(call.arguments, withAccessRules(rules), 2, 2);
    if (!arguments)
        co_return core::fail(arguments.error());
    const auto from = readSide(arguments->rest.at(0));
    if (!from)
        co_return core::fail(from.error());
    const auto to = readSide(arguments->rest.at(1));
    if (!to)
        co_return core::fail(to.error());
    if (!from->place && !to->place)
        co_return core::fail(Error::Kind::Usage, Text::tr("One of the two must be in S3: s3://bucket/key."));
    const bool recursive = arguments->has(QStringLiteral("--recursive"));
    if (recursive && (from->isStream() || to->isStream()))
        co_return core::fail(Error::Kind::Usage, Text::tr("- is one file: it cannot be copied with --recursive."));
    const auto run = makeRun(call, *arguments);
    if (!run)
        co_return core::fail(run.error());

    if (from->isStream() || to->isStream()) {
        core::Result<> streamed;
        if (from->isStream())
            streamed = co_await fromStandardInput(call, (*run)->session, *to->place, (*run)->options.contentType);
        else
            streamed = co_await toStandardOutput(call, (*run)->session, *from->place);
        if (!streamed)
            co_return core::fail(streamed.error());
        co_return int(Done);
    }
    if (recursive) {
        const auto copied = co_await copyMany(*run, *from, *to);
        if (!copied)
            co_return core::fail(copied.error());
    } else {
        const auto item = oneItem(*from, *to);
        if (!item)
            co_return core::fail(item.error());
        const QList<CopyItem> one{*item};
        co_await copyAll(*run, one);
    }
    if ((*run)->stopped)
        co_return core::fail(*(*run)->stopped);
    co_return int((*run)->failed > 0 ? HasErrors : Done);
}

} // namespace braketeer::cli
