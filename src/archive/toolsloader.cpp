#include "archive/tools.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace braketeer::archive {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

/// BRAKETEER_LIBDIR is relative to the program's folder, so that an installation can be moved.
QStringList folders()
{
    const QDir program(QCoreApplication::applicationDirPath());
    QStringList found{program.path()};
    for (const auto relative : {QLatin1StringView(BRAKETEER_LIBDIR), "../lib/braketeer"_L1})
        found.append(QDir::cleanPath(program.filePath(relative)));
    found.removeDuplicates();
    return found;
}

tl::unexpected<core::Error> unavailable(const QString &message)
{
    core::Error error;
    error.kind = core::Error::Kind::Usage;
    error.message = message;
    error.suggestion = Text::tr("Install Braketeer again.");
    return tl::unexpected(std::move(error));
}

} // namespace

core::Result<const ArchiveTools *> loadTools()
{
    const QStringList places = folders();
    for (const QString &place : places) {
        const QString path = QDir(place).filePath(u"libbraketeer_archive.so"_s);
        if (!QFileInfo::exists(path))
            continue;
        QPluginLoader loader(path); // goes without unloading: the code must stay
        if (const auto *tools = qobject_cast<ArchiveTools *>(loader.instance()))
            return tools;
        return unavailable(
            Text::tr("Archives cannot be opened: %1 cannot be loaded: %2").arg(path, loader.errorString()));
    }
    return unavailable(
        Text::tr("Archives cannot be opened: libbraketeer_archive.so is in none of %1.").arg(places.join(u", "_s)));
}

} // namespace braketeer::archive
