#include "cli/commands/exportdocument.h"

#include "cli/arguments.h"
#include "cli/commands/documentfile.h"
#include "exchange/exportdocument.h"
#include "exchange/json/readjson.h"
#include "exchange/targets.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace braketeer::cli {

using namespace Qt::StringLiterals;
using core::Error;
using exchange::Form;

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

core::Result<const exchange::Target *> readTarget(const QString &id)
{
    const exchange::Target *target = exchange::findTarget(id);
    if (!target)
        return core::fail(Error::Kind::Usage,
                          Text::tr("--as does not know “%1”; use one of %2.").arg(id, targetNames()));
    return target;
}

core::Result<Form> readForm(const QString &name)
{
    if (name.isEmpty() || name == "readable"_L1)
        return Form::Readable;
    if (name == "hardened"_L1)
        return Form::Hardened;
    if (name == "file"_L1)
        return Form::File;
    return core::fail(Error::Kind::Usage,
                      Text::tr("--form does not know “%1”; use one of readable, hardened, file.").arg(name));
}

bool isPlainJsonOf(const QByteArray &present, const QByteArray &wanted)
{
    if (std::ranges::any_of(present, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }))
        return false;
    const auto one = exchange::readJson(present);
    const auto other = exchange::readJson(wanted);
    return one && other && *one == *other;
}

/// Puts the file of the file form into the working folder and says so.
core::Result<> writeBeside(const Console &console, const exchange::Exported &exported, bool overwrite)
{
    QFile present(exported.fileName);
    if (!overwrite && present.exists()) {
        if (!present.open(QIODevice::ReadOnly) || !isPlainJsonOf(present.readAll(), exported.file))
            return core::fail(Error::Kind::Usage,
                              Text::tr("%1 exists here and holds something else. Move it away, change folder, or let "
                                       "it be replaced with --overwrite.")
                                  .arg(exported.fileName));
        console.err(Text::tr("%1 holds this document already.").arg(exported.fileName));
        return {};
    }
    auto written = writeDocumentFile(exported.fileName, exported.file);
    if (written)
        console.err(Text::tr("Wrote %1, which the command reads: run it in this folder.").arg(exported.fileName));
    return written;
}

} // namespace

core::Task<int> exportDocument(Invocation call)
{
    const QString as = u"--as"_s;
    const QString formName = u"--form"_s;
    const QString token = u"--with-client-token"_s;
    const QString overwrite = u"--overwrite"_s;
    const auto arguments = readArguments(call.arguments,
                                         {{.name = as, .required = true},
                                          {.name = formName},
                                          {.name = token, .takes = Takes::Nothing},
                                          {.name = overwrite, .takes = Takes::Nothing}},
                                         1, 1);
    if (!arguments)
        co_return core::fail(arguments.error());
    const auto target = readTarget(arguments->value(as));
    if (!target)
        co_return core::fail(target.error());
    const auto form = readForm(arguments->value(formName));
    if (!form)
        co_return core::fail(form.error());
    const Console &console = call.context.console;
    const auto document = readDocumentFile(console, arguments->rest.first());
    if (!document)
        co_return core::fail(document.error());
    const exchange::CommandContext context{.profile = call.options.profile,
                                           .region = call.options.region,
                                           .endpointUrl = call.options.endpointUrl,
                                           .withClientToken = arguments->has(token),
                                           .form = *form};
    const auto exported = exchange::exportDocument(document->spec, **target, context);
    if (!exported)
        co_return core::fail(exported.error());
    if (exported->form == Form::File) {
        const auto written = writeBeside(console, *exported, arguments->has(overwrite));
        if (!written)
            co_return core::fail(written.error());
    }
    for (const QString &note : exported->notes)
        console.err(note);
    console.out(exported->text.toUtf8());
    co_return int(Done);
}

} // namespace braketeer::cli
