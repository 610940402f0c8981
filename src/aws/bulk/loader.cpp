#include "aws/bulk/loader.h"

#include "aws/bulk/factory.h"
#include "core/pluginfile.h"

#include <QCoreApplication>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

using core::Error; // without core:: in front of a function lupdate finds its texts

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BulkLoader)
};

tl::unexpected<Error> unavailable(QString message)
{
    Error error;
    error.kind = Error::Kind::Usage;
    error.message = std::move(message);
    error.suggestion = Text::tr("Install Braketeer again, with the libcurl library.");
    return core::fail(std::move(error));
}

} // namespace

core::Result<std::shared_ptr<BulkTransport>> loadBulkTransport(const ClientConfig &config)
{
    const QString path = core::pluginFile("libbraketeer_bulk.so"_L1);
    if (path.isEmpty())
        return unavailable(Text::tr("Files cannot be moved: libbraketeer_bulk.so is in none of %1.")
                               .arg(core::pluginFolders().join(u", "_s)));
    QPluginLoader loader(path); // goes without unloading: the transport's code must stay
    const auto *factory = qobject_cast<BulkFactory *>(loader.instance());
    if (!factory)
        return unavailable(Text::tr("Files cannot be moved: %1 cannot be loaded: %2").arg(path, loader.errorString()));
    return factory->create(config);
}

} // namespace braketeer::aws
