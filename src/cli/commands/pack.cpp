#include "cli/commands/pack.h"

#include "cli/arguments.h"
#include "cli/commands/packanswer.h"
#include "flows/storage/textlisting.h"

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

/// What is shown on a terminal while an archive is being written: a line of its own that goes again.
class PackLine final
{
public:
    PackLine(const Console &console, const archive::PackPlan &plan) : m_show(console.status)
    {
        qint64 end = 0;
        for (const archive::PlannedFile &file : plan.files) {
            if (!file.folder)
                m_ends.append(end += file.size);
        }
    }

    void show(qint64 done, qint64 total)
    {
        if (!m_show)
            return;
        // Files are read in the order of the plan.
        const auto files = std::upper_bound(m_ends.cbegin(), m_ends.cend(), done) - m_ends.cbegin();
        m_show(Text::tr("Packing: %1 of %2 files, %3 of %4")
                   .arg(files)
                   .arg(m_ends.size())
                   .arg(QString::fromLatin1(flows::humanReadableSize(done)),
                        QString::fromLatin1(flows::humanReadableSize(total))));
    }

private:
    const std::function<void(const QString &)> m_show;
    QList<qint64> m_ends; ///< bytes that are read when a file is done
};

core::Task<archive::Packed> write(Invocation call, archive::PackPlan plan, QString output)
{
    const auto line = std::make_shared<PackLine>(call.context.console, plan);
    const archive::PackProgress progress = [line](qint64 done, qint64 total) { line->show(done, total); };
    auto packed = co_await flows::writePack(plan, output, progress, call.context.cancel);
    if (call.context.console.status)
        call.context.console.status({});
    co_return packed;
}

core::Task<int> packPlace(Invocation call, QString place, archive::PackOptions options, bool dryRun,
                          bool withEntryPoints)
{
    const auto &status = call.context.console.status;
    if (status)
        status(Text::tr("Looking through %1 …").arg(place));
    const auto preview = co_await flows::planPack(place, options, call.context.cancel);
    if (status)
        status({});
    if (!preview)
        co_return core::fail(preview.error());
    std::optional<archive::Packed> packed;
    if (!dryRun) {
        auto written = co_await write(call, preview->plan, options.output);
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
