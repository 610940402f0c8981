#include "flows/templates/templates.h"

#include "store/paths.h"
#include "store/templates/templatefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

// A static library's resources are not registered by themselves; the macro must stand outside any namespace.
static void registerTemplates()
{
    Q_INIT_RESOURCE(templates);
}

namespace braketeer::flows {

using namespace Qt::StringLiterals;
using core::Error;

namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Templates)
};

bool holds(const QList<TemplateEntry> &entries, const QString &id)
{
    return std::ranges::any_of(entries, [&id](const TemplateEntry &entry) { return entry.id == id; });
}

TemplateEntry entryOf(const QString &id, const QString &path, exchange::JobTemplate content)
{
    if (content.name.isEmpty())
        content.name = id;
    return {id, path, std::move(content)};
}

core::Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(Error::Kind::Usage,
                          Text::tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
    return file.readAll();
}

core::Result<exchange::JobTemplate> readTemplateFile(const QString &path)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return core::fail(bytes.error());
    return exchange::readTemplate(*bytes);
}

} // namespace

QString templatesFolder(const QProcessEnvironment &environment)
{
    return store::templatesFolder(store::dataFolder(environment));
}

TemplateList listTemplates(const QString &folder)
{
    TemplateList list;
    for (const store::TemplateFile &file : store::readTemplateFiles(folder)) {
        const auto content = exchange::readTemplate(file.bytes);
        if (content)
            list.entries.append(entryOf(file.name, file.path, *content));
        else
            list.troubles
                << Text::tr("%1 is no template: %2").arg(QDir::toNativeSeparators(file.path), content.error().text());
    }
    registerTemplates();
    for (const QFileInfo &info : QDir(u":/templates"_s).entryInfoList(QDir::Files, QDir::Name)) {
        const auto content = readTemplateFile(info.filePath());
        if (content && !holds(list.entries, info.completeBaseName()))
            list.entries.append(entryOf(info.completeBaseName(), {}, *content));
    }
    return list;
}

core::Result<TemplateEntry> findTemplate(const QString &folder, const QString &idOrFile)
{
    const TemplateList list = listTemplates(folder);
    const auto found = std::ranges::find(list.entries, idOrFile, &TemplateEntry::id);
    if (found != list.entries.cend())
        return *found;
    if (!QFileInfo(idOrFile).isFile())
        return core::fail(Error::Kind::Usage, Text::tr("There is no template and no file “%1”.").arg(idOrFile));
    const auto content = readTemplateFile(idOrFile);
    if (!content)
        return core::fail(content.error());
    return entryOf(QFileInfo(idOrFile).completeBaseName(), QFileInfo(idOrFile).absoluteFilePath(), *content);
}

core::Result<QString> saveTemplate(const QString &folder, const job::JobSpec &spec, const QString &name,
                                   const QString &description)
{
    return store::writeTemplateFile(folder, name,
                                    exchange::writeTemplate(exchange::templateOf(spec, name, description)));
}

core::Result<QString> addTemplateFile(const QString &folder, const QString &file)
{
    const auto bytes = readFile(file);
    if (!bytes)
        return core::fail(bytes.error());
    const auto content = exchange::readTemplate(*bytes);
    if (!content)
        return core::fail(content.error());
    return store::writeTemplateFile(folder, QFileInfo(file).completeBaseName(), *bytes);
}

} // namespace braketeer::flows
