#include "cli/commands/importdocument.h"

#include "cli/arguments.h"
#include "cli/commands/findinganswer.h"
#include "exchange/import/formats.h"
#include "exchange/import/importtext.h"
#include "exchange/json/writejson.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
};

core::Result<QByteArray> readInput(const Console &console, const QString &name)
{
    if (name == u"-")
        return console.readInput();
    QFile file(name);
    if (QFileInfo(name).isDir() || !file.open(QIODevice::ReadOnly))
        return core::fail(Error::Kind::Usage,
                          Text::tr("%1 cannot be read: %2.")
                              .arg(name, QFileInfo(name).isDir() ? Text::tr("it is a folder") : file.errorString()));
    return file.read(exchange::maximumImportBytes + 1);
}

core::Result<std::optional<int>> readIndex(const exchange::ParsedArguments &arguments, const QString &option)
{
    if (!arguments.has(option))
        return std::nullopt;
    bool isNumber = false;
    const int index = arguments.value(option).toInt(&isNumber);
    if (!isNumber || index < 0)
        return core::fail(Error::Kind::Usage, Text::tr("%1 takes a number, 0 for the first job.").arg(option));
    return index;
}

core::Result<> checkFormat(const QString &format)
{
    if (format.isEmpty() || exchange::findImportFormat(format))
        return {};
    QStringList ids;
    for (const exchange::ImportFormat &row : exchange::importFormats())
        ids << QString::fromLatin1(row.id);
    return core::fail(Error::Kind::Usage,
                      Text::tr("--as does not know “%1”; use one of %2.").arg(format, ids.join(u", ")));
}

void explain(const Console &console, const exchange::Imported &imported)
{
    if (const exchange::ImportFormat *format = exchange::findImportFormat(imported.format))
        console.err(Text::tr("Read as: %1.").arg(exchange::label(*format)));
    printFindings(console, imported.findings);
    const std::pair<QString, QString> places[] = {{QStringLiteral("--profile"), imported.profile},
                                                  {QStringLiteral("--region"), imported.region},
                                                  {QStringLiteral("--endpoint-url"), imported.endpointUrl}};
    for (const auto &[option, value] : places) {
        if (!value.isEmpty())
            console.err(Text::tr("The text names %1 %2, which is no part of the document.").arg(option, value));
    }
}

} // namespace

core::Task<int> importDocument(Invocation call)
{
    const QString as = QStringLiteral("--as");
    const QString number = QStringLiteral("--index");
    const auto arguments = readArguments(call.arguments, {{.name = as}, {.name = number}}, 1, 1);
    if (!arguments)
        co_return core::fail(arguments.error());
    const auto index = readIndex(*arguments, number);
    if (!index)
        co_return core::fail(index.error());
    if (const auto known = checkFormat(arguments->value(as)); !known)
        co_return core::fail(known.error());
    const QString name = arguments->rest.first();
    const auto text = readInput(call.context.console, name);
    if (!text)
        co_return core::fail(text.error());
    exchange::ImportOptions options;
    options.files = exchange::filesBeside(name == u"-" ? QStringLiteral(".") : QFileInfo(name).absolutePath());
    options.index = *index;
    if (arguments->has(as))
        options.format = arguments->value(as);
    const auto imported = exchange::importText(*text, options);
    if (!imported)
        co_return core::fail(imported.error());
    explain(call.context.console, *imported);
    call.context.console.out(exchange::writeJson(imported->spec.root(), exchange::JsonForm::Indented));
    co_return int(Done);
}

} // namespace braketeer::cli
