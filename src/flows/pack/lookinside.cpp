#include "flows/pack/lookinside.h"

#include "flows/pack/objectsource.h"
#include "flows/pack/onthread.h"
#include "flows/storage/object.h"

#include <QCoreApplication>

namespace braketeer::flows {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

core::Result<Inside> judge(core::Result<archive::ArchiveContents> contents)
{
    if (!contents)
        return core::fail(contents.error());
    Inside inside;
    inside.entryPoints = archive::findEntryPoints(*contents);
    inside.warnings = archive::inspect(*contents);
    inside.contents = std::move(*contents);
    return inside;
}

core::Result<Inside> lookIntoFile(const QString &path, const archive::Stop &stop)
{
    const auto source = archive::fileSource(path);
    if (!source)
        return core::fail(source.error());
    return judge(archive::look(*source, {}, stop));
}

} // namespace

core::Task<Inside> lookInside(QString path, core::CancelToken cancel)
{
    std::function<core::Result<Inside>(std::stop_token)> work = [path](std::stop_token stop) {
        return lookIntoFile(path, stop);
    };
    co_return co_await runOnThread(std::move(work), cancel);
}

core::Task<Inside> lookInside(std::shared_ptr<Session> session, core::S3Uri place, archive::LookLimits limits,
                              core::CancelToken cancel)
{
    const auto before = co_await inspectObject(session, place, cancel);
    if (!before)
        co_return core::fail(before.error());
    const auto reads = ObjectReads::make(session, place, before->size, cancel);
    std::function<core::Result<Inside>(std::stop_token)> work = [reads, limits](std::stop_token stop) {
        return judge(archive::look(reads->source(stop), limits, stop));
    };
    auto inside = co_await runOnThread(std::move(work), cancel);
    // Reads of an object that is replaced between them would show a mixture of both.
    const auto after = co_await inspectObject(session, place, cancel);
    if (inside && after && after->eTag != before->eTag)
        co_return core::fail(Error::Kind::Usage,
                             Text::tr("%1 was replaced while it was looked at; try again.").arg(place.toString()));
    co_return inside;
}

} // namespace braketeer::flows
