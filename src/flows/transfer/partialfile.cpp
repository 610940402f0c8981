#include "flows/transfer/partialfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace braketeer::flows {
namespace {

using core::Error; // without core:: in front of a function lupdate finds its texts

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

constexpr qsizetype longestName = 255; ///< bytes, of every common file system

/// 0, or errno.
int rename(const QByteArray &from, const QByteArray &to, bool overwrite)
{
    if (overwrite)
        return std::rename(from.constData(), to.constData()) == 0 ? 0 : errno;
    if (renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // A file system that cannot do it in one step: a link fails when the name is taken.
    if (link(from.constData(), to.constData()) == 0)
        return unlink(from.constData()) == 0 ? 0 : errno;
    return errno;
}

void synchronizeFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(QFileInfo(path).path()).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    fsync(folder);
    ::close(folder);
}

} // namespace

QString partialName(const QString &path)
{
    const QFileInfo target(path);
    QString name = target.fileName();
    const QString ending = u".braketeer-part"_s;
    if (QFile::encodeName(name).size() + ending.size() + 1 > longestName) {
        const QByteArray digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
        name = QString::fromLatin1(digest.first(32));
    }
    return target.dir().filePath(u'.' + name + ending);
}

core::Result<> publish(const aws::BulkFile &file, const QString &path, bool overwrite)
{
    if (auto onDisk = file.synchronize(); !onDisk)
        return onDisk;
    const int problem = rename(QFile::encodeName(file.path()), QFile::encodeName(path), overwrite);
    if (problem == EEXIST)
        return core::fail(alreadyThere(path));
    if (problem != 0)
        return core::fail(aws::fileError(problem, path));
    synchronizeFolder(path);
    return {};
}

Error alreadyThere(const QString &path)
{
    Error error;
    error.kind = Error::Kind::Usage;
    error.message = Text::tr("%1 exists already.").arg(QDir::toNativeSeparators(path));
    error.suggestion = Text::tr("Choose another name, or allow it to be replaced.");
    return error;
}

} // namespace braketeer::flows
