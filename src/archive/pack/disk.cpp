#include "archive/pack/disk.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace braketeer::archive {
namespace {

DiskEntry entryOf(const struct stat &info, const QByteArray &path)
{
    DiskEntry entry;
    entry.identity = identityOf(info);
    if (S_ISREG(info.st_mode))
        entry.kind = DiskEntry::Kind::File;
    else if (S_ISDIR(info.st_mode))
        entry.kind = DiskEntry::Kind::Folder;
    else if (S_ISLNK(info.st_mode))
        entry.kind = DiskEntry::Kind::Link;
    entry.executable = info.st_mode & S_IXUSR;
    entry.readable = access(path.constData(), entry.kind == DiskEntry::Kind::Folder ? R_OK | X_OK : R_OK) == 0;
    return entry;
}

} // namespace

FileIdentity identityOf(const struct stat &info)
{
    const auto nanoseconds = [](const timespec &time) { return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec; };
    return {quint64(info.st_dev), quint64(info.st_ino), qint64(info.st_size), nanoseconds(info.st_mtim),
            nanoseconds(info.st_ctim)};
}

std::optional<DiskEntry> entryAt(const QByteArray &path)
{
    struct stat info = {};
    if (lstat(path.constData(), &info) != 0)
        return {};
    return entryOf(info, path);
}

std::optional<DiskEntry> targetAt(const QByteArray &path)
{
    struct stat info = {};
    if (stat(path.constData(), &info) != 0)
        return {};
    return entryOf(info, path);
}

QByteArray realPath(const QByteArray &path)
{
    const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.constData(), nullptr), &std::free);
    return real ? QByteArray(real.get()) : QByteArray();
}

std::optional<QByteArrayList> namesIn(const QByteArray &folder)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> open(opendir(folder.constData()), &closedir);
    if (!open)
        return {};
    QByteArrayList names;
    while (const dirent *entry = readdir(open.get())) {
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names << name;
    }
    std::sort(names.begin(), names.end());
    return names;
}

QByteArray readStart(const QByteArray &path, qint64 most)
{
    const int file = open(path.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return {};
    QByteArray bytes(most, Qt::Uninitialized);
    qint64 filled = 0;
    while (filled < most) {
        const ssize_t got = read(file, bytes.data() + filled, size_t(most - filled));
        if (got <= 0)
            break;
        filled += got;
    }
    close(file);
    bytes.truncate(filled);
    return bytes;
}

} // namespace braketeer::archive
