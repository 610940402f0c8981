#include "store/privatefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace braketeer::store {
namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions othersRights = QFileDevice::ReadGroup | QFileDevice::WriteGroup
                                                  | QFileDevice::ReadOther | QFileDevice::WriteOther;

} // namespace

core::Result<> makePrivateFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return {};
    const QString parent = QFileInfo(folder).path();
    if (parent != folder) {
        if (auto made = makePrivateFolder(parent); !made)
            return made;
    }
    if (QDir().mkdir(folder, ownerOnly | QFileDevice::ExeOwner) || QFileInfo(folder).isDir())
        return {};
    return core::fail(core::Error::Kind::Store,
                      QCoreApplication::translate("Store", "The folder %1 cannot be made. Make it yourself, or set "
                                                           "BRAKETEER_DATA_DIR to a folder that you can write to.")
                          .arg(QDir::toNativeSeparators(folder)));
}

core::Result<> makePrivateFile(const QString &path)
{
    QFile file(path);
    const QFileInfo info(path);
    if (info.exists()) {
        if (file.permissions() & othersRights)
            file.setPermissions(ownerOnly);
        return {};
    }
    if (auto made = makePrivateFolder(info.path()); !made)
        return made;
    if (file.open(QIODevice::NewOnly | QIODevice::ReadWrite, ownerOnly) || QFileInfo::exists(path))
        return {};
    return core::fail(core::Error::Kind::Store, QCoreApplication::translate("Store", "%1 cannot be made: %2.")
                                                    .arg(QDir::toNativeSeparators(path), file.errorString()));
}

QString nameToKeepAside(const QString &path)
{
    const QFileInfo info(path);
    const QString stem = info.path() + u'/' + info.completeBaseName() + u".damaged-"_s
                         + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    QString name = stem + suffix;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = stem + u'-' + QString::number(number) + suffix;
    return name;
}

} // namespace braketeer::store
