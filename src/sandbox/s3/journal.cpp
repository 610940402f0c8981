#include "sandbox/s3/journal.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <sys/file.h>
#include <sys/stat.h>

namespace braketeer::sandbox::s3 {

Journal::Journal(QString path) : m_path(std::move(path)), m_file(m_path) { }

bool Journal::openFile()
{
    if (m_file.isOpen())
        return true;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    const bool opened = m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    if (opened)
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    else
        qWarning("The sandbox's objects cannot be saved: %s", qPrintable(m_file.errorString()));
    return opened;
}

bool Journal::wasReplaced() const
{
    struct stat named = {};
    struct stat known = {};
    return ::stat(QFile::encodeName(m_path).constData(), &named) != 0 || ::fstat(m_file.handle(), &known) != 0
           || named.st_ino != known.st_ino;
}

void Journal::readNew(const std::function<void()> &restart, const std::function<void(const QByteArray &)> &take)
{
    if (!isNamed() || !openFile())
        return;
    if (wasReplaced()) {
        m_file.close();
        m_read = 0;
        restart();
        if (!openFile())
            return;
    }
    if (m_file.size() <= m_read)
        return;
    m_file.seek(m_read);
    const QByteArray bytes = m_file.read(m_file.size() - m_read);
    qsizetype begin = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', begin)) {
        take(bytes.mid(begin, end - begin));
        begin = end + 1;
    }
    m_read += begin;
}

void Journal::locked(const std::function<void()> &work)
{
    if (!isNamed() || !openFile()) {
        work();
        return;
    }
    const int descriptor = m_file.handle();
    ::flock(descriptor, LOCK_EX);
    work();
    if (m_file.isOpen() && m_file.handle() == descriptor)
        ::flock(descriptor, LOCK_UN);
}

void Journal::append(const QByteArray &line)
{
    if (!isNamed() || !m_file.isOpen())
        return;
    // Behind what a killed process left unfinished.
    const qint64 size = m_file.size();
    const QByteArray bytes = (size > m_read ? "\n" + line : line) + '\n';
    m_file.seek(size);
    if (m_file.write(bytes) != bytes.size())
        qWarning("The sandbox's objects cannot be saved: %s", qPrintable(m_file.errorString()));
    m_read = size + bytes.size();
}

void Journal::replace(const QByteArray &lines)
{
    if (!isNamed())
        return;
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
                         && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
                         && file.write(lines) == lines.size() && file.commit();
    if (!written)
        return; // the longer one is as good
    m_file.close();
    openFile();
    m_read = m_file.size();
}

} // namespace braketeer::sandbox::s3
