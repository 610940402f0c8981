#pragma once

#include "core/result.h"

#include <QString>

#include <memory>

namespace braketeer::aws {

/// A local file that large bodies are read from or written to, by position. Closed with the last owner.
///
/// Any thread: the positions are the callers', the file has none.
class BulkFile final
{
public:
    /// What tells whether a file is still the one it was.
    struct Facts
    {
        qint64 size = 0;
        qint64 modified = 0; ///< nanoseconds since 1970
        bool operator==(const Facts &) const = default;
    };

    /// For reading. Fails with Usage: not there, no right to it, no regular file.
    static core::Result<std::shared_ptr<const BulkFile>> open(const QString &path);
    /// For writing, made where it is not there (0666 less the umask). Locked for this process: fails with Usage when
    /// another one has it, and when it cannot be made.
    static core::Result<std::shared_ptr<const BulkFile>> create(const QString &path);
    ~BulkFile();
    BulkFile(const BulkFile &) = delete;
    BulkFile &operator=(const BulkFile &) = delete;

    const QString &path() const { return m_path; }

    core::Result<Facts> facts() const;

    /// Makes it `size` bytes long and takes the disk space for them. Fails with Store when there is not enough.
    core::Result<> reserve(qint64 size) const;
    /// Until it is on the disk.
    core::Result<> synchronize() const;

    /// Bytes read or written, 0 at the end; negative: errno.
    qint64 readAt(char *to, qint64 length, qint64 offset) const;
    /// All of it. 0, or errno.
    int writeAt(const char *from, qint64 length, qint64 offset) const;

private:
    BulkFile(QString path, int descriptor);

    const QString m_path;
    const int m_descriptor;
};

/// What went wrong with a file, as one sentence of kind Store: a full disk, no right, a broken device.
core::Error fileError(int number, const QString &path);

} // namespace braketeer::aws
