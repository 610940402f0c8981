#include "flows/pack/packfolder.h"

#include "flows/pack/onthread.h"
#include "flows/pack/paced.h"

namespace braketeer::flows {
namespace {

core::Result<PackPreview> preview(const QString &place, const archive::PackOptions &options, const archive::Stop &stop)
{
    auto plan = archive::planPack(place, options, stop);
    if (!plan)
        return core::fail(plan.error());
    const auto contents = archive::contentsOf(*plan, stop);
    if (!contents)
        return core::fail(contents.error());
    PackPreview found;
    found.entryPoints = archive::findEntryPoints(*contents);
    found.warnings = plan->warnings + archive::inspect(*contents);
    found.plan = std::move(*plan);
    return found;
}

} // namespace

core::Task<PackPreview> planPack(QString place, archive::PackOptions options, core::CancelToken cancel)
{
    std::function<core::Result<PackPreview>(std::stop_token)> work = [place, options](std::stop_token stop) {
        return preview(place, options, stop);
    };
    co_return co_await runOnThread(std::move(work), cancel);
}

core::Task<archive::Packed> writePack(archive::PackPlan plan, QString output, archive::PackProgress progress,
                                      core::CancelToken cancel)
{
    const auto paced = std::make_shared<Paced>(std::move(progress));
    std::function<core::Result<archive::Packed>(std::stop_token)> work = [plan, output, paced](std::stop_token stop) {
        return archive::writePack(
            plan, output, [paced](qint64 done, qint64 total) { paced->report(done, total); }, std::move(stop));
    };
    co_return co_await runOnThread(std::move(work), cancel);
}

} // namespace braketeer::flows
