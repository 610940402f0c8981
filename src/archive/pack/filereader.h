#pragma once

#include "archive/pack.h"

namespace braketeer::archive {

/// The bytes of a planned file, as long as it is the file that was planned: the same one, with the same size and times
/// before its first byte and after its last.
class FileReader final
{
public:
    explicit FileReader(const PlannedFile &file);
    ~FileReader();
    FileReader(const FileReader &) = delete;
    FileReader &operator=(const FileReader &) = delete;

    /// The next bytes, empty at the end. Fails with Usage: it changed, vanished or cannot be read.
    core::Result<QByteArrayView> next();

private:
    core::Result<> open();
    core::Result<> check() const;

    const PlannedFile &m_file;
    int m_handle = -1;
    qint64 m_left;
    QByteArray m_buffer;
};

} // namespace braketeer::archive
