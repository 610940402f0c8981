#include "sandbox/jobs/statefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace braketeer::sandbox {
namespace {

constexpr int lockPatience = 2000; // milliseconds; a write takes few

} // namespace

StateFile::StateFile(QString path) : m_path(std::move(path))
{
    if (isNamed())
        QDir().mkpath(QFileInfo(m_path).absolutePath());
}

std::optional<StateFile::Stamp> StateFile::stamp() const
{
    struct stat status = {};
    if (::stat(QFile::encodeName(m_path).constData(), &status) != 0)
        return {};
    return Stamp{status.st_ino, qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec};
}

std::optional<QByteArray> StateFile::readChange()
{
    const auto now = isNamed() ? stamp() : std::nullopt;
    if (!now || now == m_known)
        return {};
    m_known = now;
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<QLockFile> StateFile::lock() const
{
    if (!isNamed())
        return {};
    auto lock = std::make_unique<QLockFile>(m_path + ".lock"_L1);
    return lock->tryLock(lockPatience) ? std::move(lock) : nullptr;
}

void StateFile::write(const QByteArray &bytes)
{
    if (!isNamed())
        return;
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
                         && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        qWarning("The sandbox's state cannot be saved: %s", qPrintable(file.errorString()));
    m_known = stamp();
}

core::Result<QString> StateFile::keepAside()
{
    for (int number = 1; number < 1000; ++number) {
        const QString kept = number == 1 ? m_path + ".damaged"_L1 : u"%1.damaged-%2"_s.arg(m_path).arg(number);
        if (!QFile::exists(kept) && QFile::rename(m_path, kept))
            return kept;
    }
    return core::fail(core::Error::Kind::Store,
                      QCoreApplication::translate("Sandbox", "The sandbox cannot read its state in %1, nor move the "
                                                             "file aside. Move it, or name another file.")
                          .arg(m_path));
}

} // namespace braketeer::sandbox
