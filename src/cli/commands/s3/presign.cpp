#include "cli/commands/s3/presign.h"

#include "cli/commands/s3/options.h"
#include "cli/commands/s3/places.h"
#include "flows/storage/object.h"

namespace braketeer::cli {
namespace {

constexpr int anHour = 3600;
constexpr int sevenDays = 604800;

} // namespace

core::Task<int> s3Presign(Invocation call)
{
    const QString expiresIn = QStringLiteral("--expires-in");
    const auto arguments = readArguments(call.arguments, s3Rules(S3Verb::Presign), 1, 1);
    if (!arguments)
        co_return core::fail(arguments.error());
    const auto place = readPlace(arguments->rest.first());
    if (!place)
        co_return core::fail(place.error());
    const auto seconds = readNumber(*arguments, expiresIn, 1, sevenDays, anHour);
    if (!seconds)
        co_return core::fail(seconds.error());
    const auto session = openStorage(call, *arguments);
    if (!session)
        co_return core::fail(session.error());
    const QByteArray method = QByteArrayLiteral("GET");
    const auto url = co_await flows::presign(*session, *place, std::chrono::seconds(*seconds), method,
                                             call.context.cancel);
    if (!url)
        co_return core::fail(url.error());
    call.context.console.out(url->toUtf8() + '\n');
    co_return int(Done);
}

} // namespace braketeer::cli
