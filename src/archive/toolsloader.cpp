#include "archive/tools.h"
#include "core/pluginfile.h"

#include <QCoreApplication>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace braketeer::archive {
namespace {

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

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
    const QString path = core::pluginFile("libbraketeer_archive.so"_L1);
    if (path.isEmpty())
        return unavailable(Text::tr("Archives cannot be opened: libbraketeer_archive.so is in none of %1.")
                               .arg(core::pluginFolders().join(u", "_s)));
    QPluginLoader loader(path); // goes without unloading: the code must stay
    if (const auto *tools = qobject_cast<ArchiveTools *>(loader.instance()))
        return tools;
    return unavailable(Text::tr("Archives cannot be opened: %1 cannot be loaded: %2").arg(path, loader.errorString()));
}

} // namespace braketeer::archive
