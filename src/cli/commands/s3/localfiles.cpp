#include "cli/commands/s3/localfiles.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace braketeer::cli {
namespace {

using core::Error;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(S3Command)
};

Error leftOut(const QString &why)
{
    Error error;
    error.kind = Error::Kind::Usage;
    error.message = why;
    return error;
}

Error unreadableFolder(const QString &path)
{
    return leftOut(Text::tr("%1 may not be read: what is in it is left out.").arg(path));
}

Error circle(const QString &path)
{
    return leftOut(Text::tr("%1 leads back to a folder that it is in: it is left out.").arg(path));
}

Error noFile(const QFileInfo &file, const QString &path)
{
    if (file.isSymLink() && !file.exists())
        return leftOut(Text::tr("%1 is a link to nothing: it is left out.").arg(path));
    return leftOut(Text::tr("%1 is no file: it is left out.").arg(path));
}

/// In the order of keys: bytes of UTF-8, where a folder's name goes on with a slash.
QStringList namesIn(const QString &folder)
{
    const QFileInfoList entries = QDir(folder).entryInfoList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::NoSort);
    std::vector<std::pair<QByteArray, QString>> keyed;
    keyed.reserve(std::size_t(entries.size()));
    for (const QFileInfo &entry : entries) {
        const QString name = entry.isDir() ? entry.fileName() + u'/' : entry.fileName();
        keyed.emplace_back(name.toUtf8(), name);
    }
    std::ranges::sort(keyed);
    QStringList names;
    for (const auto &[key, name] : keyed)
        names.append(name);
    return names;
}

} // namespace

LocalFiles::LocalFiles(const QString &folder)
{
    m_failed = enter(folder.endsWith(u'/') ? folder : folder + u'/', {});
}

std::optional<Error> LocalFiles::enter(const QString &path, const QString &relative)
{
    const QFileInfo folder(path);
    if (!folder.isReadable() || !folder.isExecutable())
        return unreadableFolder(path);
    const QString canonical = folder.canonicalFilePath();
    const bool leadsBack = std::ranges::any_of(m_levels,
                                               [&](const Level &level) { return level.canonical == canonical; });
    if (leadsBack)
        return circle(path);
    m_levels.push_back({path, relative, canonical, namesIn(path), 0});
    return {};
}

std::optional<core::Result<LocalFile>> LocalFiles::next()
{
    if (m_failed)
        return core::Result<LocalFile>(tl::unexpect, *std::exchange(m_failed, {}));
    while (!m_levels.empty()) {
        Level &level = m_levels.back();
        if (level.at == level.names.size()) {
            m_levels.pop_back();
            continue;
        }
        const QString name = level.names.at(level.at++);
        const QString path = level.path + name;
        const QString relative = level.relative + name;
        if (name.endsWith(u'/')) {
            if (const auto failed = enter(path, relative))
                return core::Result<LocalFile>(tl::unexpect, *failed);
            continue;
        }
        const QFileInfo file(path);
        if (file.isFile())
            return LocalFile{path, relative};
        return core::Result<LocalFile>(tl::unexpect, noFile(file, path));
    }
    return {};
}

} // namespace braketeer::cli
