#include "archive/pack/filereader.h"

#include "archive/pack/disk.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace braketeer::archive {
namespace {

using core::Error;

constexpr qint64 blockSize = 256 << 10;

/// The translation context of this file.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Pack)
};

tl::unexpected<Error> failure(const QString &message, const PlannedFile &file)
{
    Error error;
    error.message = message.arg(file.path);
    error.suggestion = Text::tr("No archive was written; try again.");
    return core::fail(error);
}

} // namespace

FileReader::FileReader(const PlannedFile &file) : m_file(file), m_left(file.size) { }

FileReader::~FileReader()
{
    if (m_handle >= 0)
        close(m_handle);
}

core::Result<> FileReader::open()
{
    // Without O_NONBLOCK a pipe that has taken the file's place would wait for its other end.
    m_handle = ::open(m_file.onDisk.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (m_handle < 0)
        return errno == EACCES ? failure(Text::tr("“%1” cannot be read: its permissions forbid it."), m_file)
                               : failure(Text::tr("“%1” has gone since the folder was looked through."), m_file);
    m_buffer.resize(blockSize);
    return check();
}

core::Result<> FileReader::check() const
{
    struct stat info = {};
    if (fstat(m_handle, &info) != 0 || !S_ISREG(info.st_mode) || identityOf(info) != m_file.identity)
        return failure(Text::tr("“%1” changed while it was packed."), m_file);
    return {};
}

core::Result<QByteArrayView> FileReader::next()
{
    if (m_handle < 0) {
        if (auto opened = open(); !opened)
            return core::fail(opened.error());
    }
    if (m_left == 0) {
        if (auto same = check(); !same)
            return core::fail(same.error());
        return QByteArrayView();
    }
    const ssize_t got = read(m_handle, m_buffer.data(), size_t(std::min(m_left, blockSize)));
    if (got < 0)
        return failure(Text::tr("“%1” cannot be read."), m_file);
    if (got == 0)
        return failure(Text::tr("“%1” changed while it was packed."), m_file);
    m_left -= got;
    return QByteArrayView(m_buffer).first(got);
}

} // namespace braketeer::archive
