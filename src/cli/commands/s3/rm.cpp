#include "cli/commands/s3/rm.h"

#include "cli/commands/s3/options.h"
#include "cli/commands/s3/places.h"
#include "flows/storage/listing.h"
#include "flows/storage/object.h"

#include <QCoreApplication>

namespace braketeer::cli {
namespace {

struct Removal
{
    core::S3Uri place;
    bool recursive = false;
    flows::NameFilter filter;
    bool dryRun = false;
    bool quiet = false;

    Removal() = default;
};

/// Whether the patterns leave an object below what was named.
bool isMeant(const Removal &task, const QString &key)
{
    return task.filter.takes(task.recursive ? QStringView(key).sliced(task.place.key.size())
                                            : QStringView(key).sliced(key.lastIndexOf(u'/') + 1));
}

QByteArray line(const core::S3Uri &place, bool dryRun)
{
    return (dryRun ? QByteArrayLiteral("(dryrun) delete: ") : QByteArrayLiteral("delete: ")) + place.toString().toUtf8()
           + '\n';
}

core::Task<int> pretend(Invocation call, std::shared_ptr<flows::Session> session, Removal task)
{
    if (task.quiet)
        co_return int(Done);
    if (!task.recursive) {
        call.context.console.out(line(task.place, true));
        co_return int(Done);
    }
    flows::ListQuery query;
    query.place = task.place;
    query.recursive = true;
    do {
        const auto page = co_await flows::listPage(session, query, call.context.cancel);
        if (!page)
            co_return core::fail(page.error());
        QByteArray text;
        for (const flows::ObjectEntry &entry : page->entries) {
            if (isMeant(task, entry.key))
                text += line({task.place.bucket, entry.key}, true);
        }
        call.context.console.out(text);
        query.continuationToken = page->nextToken;
    } while (!query.continuationToken.isEmpty());
    co_return int(Done);
}

core::Task<int> remove(Invocation call, std::shared_ptr<flows::Session> session, Removal task)
{
    const auto say = [console = call.context.console, quiet = task.quiet](QList<core::S3Uri> gone) {
        QByteArray text;
        for (const core::S3Uri &place : gone)
            text += line(place, false);
        if (!quiet)
            console.out(text);
    };
    if (task.recursive) {
        const flows::DeletedKeys deleted = say;
        const flows::KeyTest test = [task](const QString &key) { return isMeant(task, key); };
        const auto done = co_await flows::deletePrefix(session, task.place, deleted, call.context.cancel, test);
        if (!done)
            co_return core::fail(done.error());
        co_return int(Done);
    }
    const QList<core::S3Uri> one{task.place};
    const flows::DeleteProgress unheard;
    const auto done = co_await flows::deleteObjects(session, one, unheard, call.context.cancel);
    if (!done)
        co_return core::fail(done.error());
    say(one);
    co_return int(Done);
}

} // namespace

core::Task<int> s3Rm(Invocation call)
{
    const QString recursive = QStringLiteral("--recursive");
    const QString dryRun = QStringLiteral("--dryrun");
    const auto arguments = readArguments(call.arguments, s3Rules(S3Verb::Rm), 1, 1);
    if (!arguments)
        co_return core::fail(arguments.error());
    const auto place = readPlace(arguments->rest.first());
    if (!place)
        co_return core::fail(place.error());
    Removal task;
    task.place = *place;
    task.recursive = arguments->has(recursive);
    task.dryRun = arguments->has(dryRun);
    task.quiet = arguments->has(QStringLiteral("--quiet")) || arguments->has(QStringLiteral("--only-show-errors"));
    task.filter = readFilter(*arguments);
    if (task.recursive && !task.place.key.isEmpty() && !task.place.key.endsWith(u'/'))
        task.place.key += u'/';
    if (!task.recursive && task.place.key.isEmpty())
        co_return core::fail(core::Error::Kind::Usage,
                             QCoreApplication::translate(
                                 "S3Command", "%1 names no object. With --recursive everything in the bucket would go.")
                                 .arg(place->toString()));
    if (!task.recursive && !isMeant(task, task.place.key))
        co_return int(Done);
    const auto session = openStorage(call, *arguments);
    if (!session)
        co_return core::fail(session.error());
    // Two statements: GCC 12 carries out both awaits of a conditional expression behind co_return.
    if (task.dryRun)
        co_return co_await pretend(call, *session, task);
    co_return co_await remove(call, *session, task);
}

} // namespace braketeer::cli
