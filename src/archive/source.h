#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace braketeer::archive {

/// Where the bytes of an archive come from: a file, an object in S3, a test.
struct Source
{
    QString name;     ///< the last part of the file's name or key
    qint64 size = -1; ///< bytes

    /// The bytes from `offset`, `length` of them or fewer at the end of the source. Called on the reader's thread, may
    /// block there.
    std::function<core::Result<QByteArray>(qint64 offset, qint64 length)> read;
};

/// A file on disk, opened now. Fails with Usage: it is not there, no file, or cannot be read.
core::Result<Source> fileSource(const QString &path);

/// Reads `source` in blocks and keeps the last few, because every read of an object is a request of its own.
Source buffered(Source source);

} // namespace braketeer::archive
