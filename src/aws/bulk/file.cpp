#include "aws/bulk/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace braketeer::aws {
namespace {

using core::Error; // without core:: in front of a function lupdate finds its texts

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BulkFile)
};

Error usage(QString message, QString suggestion = {})
{
    Error error;
    error.kind = Error::Kind::Usage;
    error.message = std::move(message);
    error.suggestion = std::move(suggestion);
    return error;
}

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

QString reason(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

qint64 freeBytes(int descriptor)
{
    struct statvfs facts
    {
    };

    return fstatvfs(descriptor, &facts) == 0 ? qint64(facts.f_bavail) * qint64(facts.f_frsize) : -1;
}

} // namespace

Error fileError(int number, const QString &path)
{
    Error error;
    error.kind = Error::Kind::Store;
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        error.message = Text::tr("The disk is full: %1 cannot be written.").arg(shown(path));
        error.suggestion = Text::tr("Make room, or choose a folder on another disk, then try again.");
        break;
    case EFBIG:
        error.message = Text::tr("%1 cannot be written: it would be larger than a file may be here.").arg(shown(path));
        error.suggestion = Text::tr("Choose a folder on another disk.");
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        error.message = Text::tr("There is no right to write %1.").arg(shown(path));
        error.suggestion = Text::tr("Choose a folder that you may write to.");
        break;
    default:
        error.message = Text::tr("The file %1 cannot be used: %2.").arg(shown(path), reason(number));
        error.suggestion = Text::tr("Check the disk, then try again.");
        break;
    }
    return error;
}

BulkFile::BulkFile(QString path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) { }

BulkFile::~BulkFile()
{
    ::close(m_descriptor);
}

core::Result<std::shared_ptr<const BulkFile>> BulkFile::open(const QString &path)
{
    // Not waiting: a pipe that nobody writes to would hold the program for ever.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return core::fail(usage(Text::tr("%1 cannot be read: %2.").arg(shown(path), reason(errno))));
    std::shared_ptr<const BulkFile> file(new BulkFile(path, descriptor));

    struct stat facts
    {
    };

    if (fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode))
        return core::fail(usage(Text::tr("%1 is not a file: only files can be uploaded.").arg(shown(path))));
    return file;
}

core::Result<std::shared_ptr<const BulkFile>> BulkFile::create(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return core::fail(usage(Text::tr("%1 cannot be written: its folder does not exist.").arg(shown(path)),
                                    Text::tr("Make the folder, or choose another one.")));
        Error error = fileError(errno, path);
        error.kind = Error::Kind::Usage;
        return core::fail(std::move(error));
    }
    std::shared_ptr<const BulkFile> file(new BulkFile(path, descriptor));
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return core::fail(usage(Text::tr("%1 is being written by another download.").arg(shown(path)),
                                Text::tr("Wait until it is done, or choose another name.")));
    return file;
}

core::Result<BulkFile::Facts> BulkFile::facts() const
{
    struct stat facts
    {
    };

    if (fstat(m_descriptor, &facts) != 0)
        return core::fail(fileError(errno, m_path));
    return Facts{facts.st_size, qint64(facts.st_mtim.tv_sec) * 1'000'000'000 + facts.st_mtim.tv_nsec};
}

core::Result<> BulkFile::reserve(qint64 size) const
{
    if (ftruncate(m_descriptor, size) != 0)
        return core::fail(fileError(errno, m_path));
    // File systems that cannot set space aside find out later.
    if (size == 0 || fallocate(m_descriptor, 0, 0, size) == 0 || errno == EOPNOTSUPP || errno == EINTR)
        return {};
    if (errno != ENOSPC)
        return core::fail(fileError(errno, m_path));
    const qint64 free = freeBytes(m_descriptor);
    Error error = fileError(ENOSPC, m_path);
    if (free >= 0)
        error.message = Text::tr("The disk has no room for %1: %2 bytes are needed, %3 are free.")
                            .arg(shown(m_path))
                            .arg(size)
                            .arg(free);
    return core::fail(std::move(error));
}

core::Result<> BulkFile::synchronize() const
{
    if (fdatasync(m_descriptor) != 0)
        return core::fail(fileError(errno, m_path));
    return {};
}

qint64 BulkFile::readAt(char *to, qint64 length, qint64 offset) const
{
    for (;;) {
        const ssize_t got = pread(m_descriptor, to, size_t(length), offset);
        if (got >= 0)
            return got;
        if (errno != EINTR)
            return -errno;
    }
}

int BulkFile::writeAt(const char *from, qint64 length, qint64 offset) const
{
    while (length > 0) {
        const ssize_t written = pwrite(m_descriptor, from, size_t(length), offset);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return errno;
        }
        from += written;
        offset += written;
        length -= written;
    }
    return 0;
}

} // namespace braketeer::aws
