#include "cli/commands/documentfile.h"

#include "exchange/json/writejson.h"
#include "exchange/yaml/writeyaml.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DocumentFile)
};

core::Result<QByteArray> readBytes(const Console &console, const QString &name)
{
    if (name == u"-")
        return console.readInput();
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(Error::Kind::Usage, Text::tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    return file.readAll();
}

} // namespace

core::Result<DocumentFile> readDocumentFile(const Console &console, const QString &file)
{
    const auto bytes = readBytes(console, file);
    if (!bytes)
        return core::fail(bytes.error());
    // By its first character, not by its name: a file may be called anything, and standard input has no name.
    const QByteArray start = bytes->trimmed().first(std::min<qsizetype>(1, bytes->trimmed().size()));
    const auto format = start == "{" || start == "[" ? exchange::Format::Json : exchange::Format::Yaml;
    auto spec = exchange::readDocument(*bytes, format);
    if (!spec) {
        Error error = spec.error();
        error.message = Text::tr("%1: %2").arg(file == u"-" ? Text::tr("standard input") : file, error.message);
        return core::fail(std::move(error));
    }
    return DocumentFile{std::move(*spec), format};
}

QByteArray writeDocument(const job::JobSpec &spec, exchange::Format format)
{
    return format == exchange::Format::Yaml ? exchange::writeYaml(spec.root())
                                            : exchange::writeJson(spec.root(), exchange::JsonForm::Indented);
}

core::Result<> writeDocumentFile(const QString &name, const QByteArray &text)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return core::fail(Error::Kind::Usage, Text::tr("%1 cannot be written: %2.").arg(name, file.errorString()));
    return {};
}

} // namespace braketeer::cli
