#include "aws/bulk/loader.h"

#include "aws/bulk/factory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
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
    const QStringList places = folders();
    for (const QString &place : places) {
        const QString path = QDir(place).filePath(u"libbraketeer_bulk.so"_s);
        if (!QFileInfo::exists(path))
            continue;
        QPluginLoader loader(path); // goes without unloading: the transport's code must stay
        const auto *factory = qobject_cast<BulkFactory *>(loader.instance());
        if (!factory)
            return unavailable(
                Text::tr("Files cannot be moved: %1 cannot be loaded: %2").arg(path, loader.errorString()));
        return factory->create(config);
    }
    return unavailable(
        Text::tr("Files cannot be moved: libbraketeer_bulk.so is in none of %1.").arg(places.join(u", "_s)));
}

} // namespace braketeer::aws
