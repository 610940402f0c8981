#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace braketeer::sandbox::s3 {

/// A `.tar.gz` of small text files: the same bytes for the same files. Paths are at most 100 bytes.
/// Source: POSIX.1-2017, pax, "ustar Interchange Format"; RFC 1952.
QByteArray makeTarGz(const QList<QPair<QByteArray, QByteArray>> &files);

} // namespace braketeer::sandbox::s3
