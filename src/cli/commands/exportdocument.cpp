#include "cli/commands/exportdocument.h"

#include "cli/arguments.h"
#include "cli/commands/documentfile.h"
#include "exchange/targets.h"

#include <QCoreApplication>

namespace braketeer::cli {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

QString targetNames()
{
    QStringList names;
    for (const exchange::Target &target : exchange::targets())
        names << QString::fromLatin1(target.id);
    return names.join(u", ");
}

} // namespace

core::Task<int> exportDocument(Invocation call)
{
    const QString as = QStringLiteral("--as");
    const QString token = QStringLiteral("--with-client-token");
    const auto arguments = readArguments(
        call.arguments, {{.name = as, .required = true}, {.name = token, .takes = Takes::Nothing}}, 1, 1);
    if (!arguments)
        co_return core::fail(arguments.error());
    const exchange::Target *target = exchange::findTarget(arguments->value(as));
    if (!target)
        co_return core::fail(
            core::Error::Kind::Usage,
            Text::tr("--as does not know “%1”; use one of %2.").arg(arguments->value(as), targetNames()));
    const auto document = readDocumentFile(call.context.console, arguments->rest.first());
    if (!document)
        co_return core::fail(document.error());
    const exchange::CommandContext context{.profile = call.options.profile,
                                           .region = call.options.region,
                                           .endpointUrl = call.options.endpointUrl,
                                           .withClientToken = arguments->has(token)};
    call.context.console.out(exchange::exportText(document->spec, *target, context).toUtf8());
    co_return int(Done);
}

} // namespace braketeer::cli
