#include "cli/commands/s3/ls.h"

#include "cli/commands/s3/options.h"
#include "cli/commands/s3/places.h"
#include "flows/storage/buckets.h"
#include "flows/storage/textlisting.h"

namespace braketeer::cli {
namespace {

core::Task<int> listAllBuckets(Invocation call, std::shared_ptr<flows::Session> session)
{
    const auto buckets = co_await flows::listBuckets(session, call.context.cancel);
    if (!buckets)
        co_return core::fail(buckets.error());
    QByteArray text;
    for (const flows::BucketEntry &bucket : *buckets) {
        const QString time = bucket.createdAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        text += time.leftJustified(19).toLatin1() + ' ' + bucket.name.toUtf8() + '\n';
    }
    call.context.console.out(text);
    co_return int(Done);
}

QByteArray summary(const flows::TextListingTotals &totals, bool humanReadable)
{
    return "\nTotal Objects: " + QByteArray::number(totals.objects) + "\n   Total Size: "
           + (humanReadable ? flows::humanReadableSize(totals.bytes) : QByteArray::number(totals.bytes)) + '\n';
}

} // namespace

core::Task<int> s3Ls(Invocation call)
{
    const QString recursive = QStringLiteral("--recursive");
    const QString humanReadable = QStringLiteral("--human-readable");
    const QString summarize = QStringLiteral("--summarize");
    const QString pageSize = QStringLiteral("--page-size");
    const auto arguments = readArguments(call.arguments, s3Rules(S3Verb::Ls), 0, 1);
    if (!arguments)
        co_return core::fail(arguments.error());
    flows::TextListingOptions options;
    options.recursive = arguments->has(recursive);
    options.humanReadable = arguments->has(humanReadable);
    const auto size = readNumber(*arguments, pageSize, 1, 1000, options.pageSize);
    if (!size)
        co_return core::fail(size.error());
    options.pageSize = int(*size);

    core::S3Uri place;
    const QString text = arguments->rest.value(0);
    if (!text.isEmpty() && text != u"s3://") {
        const auto read = readPlace(text);
        if (!read)
            co_return core::fail(read.error());
        place = *read;
    }
    const auto session = openStorage(call, *arguments);
    if (!session)
        co_return core::fail(session.error());
    if (place.bucket.isEmpty())
        co_return co_await listAllBuckets(call, *session);

    const auto totals = co_await flows::listAsText(*session, place, options, call.context.console.out,
                                                   call.context.cancel);
    if (!totals)
        co_return core::fail(totals.error());
    if (arguments->has(summarize))
        call.context.console.out(summary(*totals, options.humanReadable));
    const bool nothing = totals->objects == 0 && totals->folders == 0;
    co_return int(nothing && !place.key.isEmpty() ? HasErrors : Done);
}

} // namespace braketeer::cli
