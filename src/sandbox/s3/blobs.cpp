#include "sandbox/s3/blobs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QUuid>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace braketeer::sandbox::s3 {
namespace {

QByteArray newName()
{
    return QUuid::createUuid().toByteArray(QUuid::Id128);
}

} // namespace

NewBlob::NewBlob(QString path, QByteArray name)
    : m_path(std::move(path))
    , m_name(std::move(name))
    , m_descriptor(::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600))
{
}

NewBlob::~NewBlob()
{
    if (!isOpen())
        return;
    ::close(m_descriptor);
    if (!m_kept)
        QFile::remove(m_path);
}

bool NewBlob::write(const char *data, qint64 size)
{
    while (size > 0) {
        const ssize_t count = ::write(m_descriptor, data, size_t(size));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        data += count;
        size -= count;
        m_size += count;
    }
    return true;
}

Blobs::Blobs(QString folder) : m_folder(std::move(folder)) { }

Blobs::~Blobs() = default;

QString Blobs::pathOf(const QByteArray &name)
{
    const std::lock_guard lock(m_mutex);
    if (!m_made) {
        if (m_folder.isEmpty()) {
            m_temporary = std::make_unique<QTemporaryDir>();
            m_folder = m_temporary->path();
        }
        QDir().mkpath(m_folder);
        QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        m_made = true;
    }
    return m_folder + u'/' + QString::fromLatin1(name);
}

std::unique_ptr<NewBlob> Blobs::create()
{
    const QByteArray name = newName();
    return std::make_unique<NewBlob>(pathOf(name), name);
}

std::shared_ptr<const OpenFile> Blobs::open(const QByteArray &name)
{
    const int descriptor = ::open(QFile::encodeName(pathOf(name)).constData(), O_RDONLY | O_CLOEXEC);
    return descriptor < 0 ? nullptr : std::make_shared<const OpenFile>(descriptor);
}

QByteArray Blobs::link(const QByteArray &name)
{
    const QByteArray other = newName();
    const bool linked = ::link(QFile::encodeName(pathOf(name)).constData(),
                               QFile::encodeName(pathOf(other)).constData())
                        == 0;
    return linked ? other : QByteArray();
}

void Blobs::remove(const QByteArray &name)
{
    QFile::remove(pathOf(name));
}

} // namespace braketeer::sandbox::s3
