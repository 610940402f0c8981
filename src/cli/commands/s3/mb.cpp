#include "cli/commands/s3/mb.h"

#include "cli/commands/s3/options.h"
#include "cli/commands/s3/places.h"
#include "flows/storage/buckets.h"

#include <QCoreApplication>

namespace braketeer::cli {

core::Task<int> s3Mb(Invocation call)
{
    const auto arguments = readArguments(call.arguments, s3Rules(S3Verb::Mb), 1, 1);
    if (!arguments)
        co_return core::fail(arguments.error());
    const auto place = readPlace(arguments->rest.first());
    if (!place)
        co_return core::fail(place.error());
    if (!place->key.isEmpty())
        co_return core::fail(core::Error::Kind::Usage,
                             QCoreApplication::translate("S3Command", "A bucket is made without a key: s3 mb s3://%1")
                                 .arg(place->bucket));
    const auto session = openStorage(call, *arguments);
    if (!session)
        co_return core::fail(session.error());
    const QString region = (*session)->place().region;
    const auto made = co_await flows::createBucket(*session, place->bucket, region, call.context.cancel);
    if (!made)
        co_return core::fail(made.error());
    call.context.console.out("make_bucket: " + place->bucket.toUtf8() + '\n');
    co_return int(Done);
}

} // namespace braketeer::cli
