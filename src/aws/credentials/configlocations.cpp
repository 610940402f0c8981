#include "aws/credentials/configlocations.h"

#include "aws/credentials/configfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace braketeer::aws {
namespace {

/// Far above any real file; keeps a mistaken path from filling the memory.
constexpr qint64 maxFileBytes = qint64(4) * 1024 * 1024;

QString homeFolder(const QProcessEnvironment &environment)
{
    for (const QString &name : {u"HOME"_s, u"USERPROFILE"_s}) {
        if (QString home = environment.value(name); !home.isEmpty())
            return home;
    }
    const QString drive = environment.value(u"HOMEDRIVE"_s);
    const QString path = environment.value(u"HOMEPATH"_s);
    return drive.isEmpty() || path.isEmpty() ? QDir::homePath() : drive + path;
}

QString location(const QProcessEnvironment &environment, const QString &variable, const QString &fileName)
{
    QString chosen = environment.value(variable);
    const QChar slash = QDir::separator();
    if (chosen.isEmpty())
        return homeFolder(environment) + slash + u".aws"_s + slash + fileName;
    if (chosen == u'~' || chosen.startsWith("~/"_L1))
        return homeFolder(environment) + chosen.sliced(1);
    return chosen;
}

tl::unexpected<core::Error> unreadable(const QString &path, const QString &why, const QString &variable)
{
    core::Error error;
    error.kind = core::Error::Kind::Credentials;
    error.message = QCoreApplication::translate("ConfigFile", "The AWS settings in %1 cannot be read: %2.")
                        .arg(QDir::toNativeSeparators(path), why);
    error.suggestion =
        QCoreApplication::translate("ConfigFile", "Mend the file, or name another one in %1.").arg(variable);
    return tl::unexpected(std::move(error));
}

core::Result<core::Secret> readFile(const QString &path, const QString &variable)
{
    QFile file(path);
    if (!file.exists())
        return core::Secret();
    if (QFileInfo(path).isDir())
        return unreadable(path, QCoreApplication::translate("ConfigFile", "it is a folder"), variable);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString(), variable);
    core::Secret text(file.read(maxFileBytes + 1));
    if (file.error() != QFileDevice::NoError)
        return unreadable(path, file.errorString(), variable);
    if (text.reveal().size() > maxFileBytes)
        return unreadable(path, QCoreApplication::translate("ConfigFile", "it is larger than 4 MiB"), variable);
    return text;
}

} // namespace

ConfigLocations configLocations(const QProcessEnvironment &environment)
{
    return {location(environment, u"AWS_CONFIG_FILE"_s, u"config"_s),
            location(environment, u"AWS_SHARED_CREDENTIALS_FILE"_s, u"credentials"_s)};
}

core::Result<SharedConfig> readConfigFiles(const ConfigLocations &locations)
{
    const core::Result<core::Secret> config = readFile(locations.config, u"AWS_CONFIG_FILE"_s);
    if (!config)
        return core::fail(config.error());
    const core::Result<core::Secret> credentials = readFile(locations.credentials, u"AWS_SHARED_CREDENTIALS_FILE"_s);
    if (!credentials)
        return core::fail(credentials.error());
    return parseConfigFiles({QDir::toNativeSeparators(locations.config), config->reveal()},
                            {QDir::toNativeSeparators(locations.credentials), credentials->reveal()});
}

} // namespace braketeer::aws
