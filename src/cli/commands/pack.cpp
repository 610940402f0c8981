#include "cli/commands/pack.h"

#include "cli/arguments.h"
#include "cli/commands/packanswer.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PackCommand)
};

core::Task<int> list(Invocation call, QString place, QString entryPoint)
{
    core::Result<flows::Inside> inside;
    if (const auto uri = core::S3Uri::parse(place)) {
        const auto session = openSession(call);
        if (!session)
            co_return core::fail(session.error());
        inside = co_await flows::lookInside(*session, *uri, {}, call.context.cancel);
    } else {
        inside = co_await flows::lookInside(place, call.context.cancel);
    }
    if (!inside)
        co_return core::fail(inside.error());
    if (!entryPoint.isEmpty())
        inside->warnings = archive::checkEntryPoint(inside->contents, entryPoint) + inside->warnings;
    if (const auto printed = printAnswer(call, insideAnswer(*inside)); !printed)
        co_return core::fail(printed.error());
    const bool bad = std::ranges::any_of(
        inside->warnings, [](const archive::Warning &warning) { return warning.severity == archive::Severity::Error; });
    co_return int(bad ? HasErrors : Done);
}

core::Result<> checkOutput(const QString &output)
{
    if (output.isEmpty())
        return core::fail(Error::Kind::Usage,
                          Text::tr("-o is missing: the archive to write. --dry-run shows what would go into it."));
    // Source: amazon-braket-containers: the container unpacks by the ending of the name.
    if (!output.endsWith(".tar.gz"_L1) && !output.endsWith(".tgz"_L1))
        return core::fail(Error::Kind::Usage,
                          Text::tr("The archive's name must end with .tar.gz, or the container would not unpack it: "
                                   "“%1” does not.")
                              .arg(output));
    return {};
}

core::Task<int> packPlace(Invocation call, QString place, archive::PackOptions options, bool dryRun,
                          bool withEntryPoints)
{
    const auto preview = co_await flows::planPack(place, options, call.context.cancel);
    if (!preview)
        co_return core::fail(preview.error());
    std::optional<archive::Packed> packed;
    if (!dryRun) {
        auto written = co_await flows::writePack(preview->plan, options.output, {}, call.context.cancel);
        if (!written)
            co_return core::fail(written.error());
        packed = std::move(*written);
    }
    co_return printAnswer(call, packAnswer(*preview, packed, withEntryPoints));
}

} // namespace

core::Task<int> pack(Invocation call)
{
    const auto arguments = readArguments(call.arguments,
                                         {{.name = u"-o"_s},
                                          {.name = u"--root"_s},
                                          {.name = u"--entry-points"_s, .takes = Takes::Nothing},
                                          {.name = u"--no-gitignore"_s, .takes = Takes::Nothing},
                                          {.name = u"--dry-run"_s, .takes = Takes::Nothing},
                                          {.name = u"--list"_s, .takes = Takes::Nothing},
                                          {.name = u"--entry-point"_s}},
                                         1, 1);
    if (!arguments)
        co_return core::fail(arguments.error());
    const QString place = arguments->rest.first();
    if (arguments->has(u"--list"_s))
        co_return co_await list(call, place, arguments->value(u"--entry-point"_s));
    archive::PackOptions options;
    options.output = arguments->value(u"-o"_s);
    options.rootName = arguments->value(u"--root"_s);
    options.useGitignore = !arguments->has(u"--no-gitignore"_s);
    const bool dryRun = arguments->has(u"--dry-run"_s);
    if (!dryRun || !options.output.isEmpty()) {
        if (const auto good = checkOutput(options.output); !good)
            co_return core::fail(good.error());
    }
    co_return co_await packPlace(call, place, options, dryRun, arguments->has(u"--entry-points"_s));
}

} // namespace braketeer::cli
