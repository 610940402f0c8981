#pragma once

#include "archive/pack.h"

#include <QByteArrayList>

#include <optional>

struct stat;

namespace braketeer::archive {

/// A file as the operating system shows it. Names are bytes here, because they need not be UTF-8.
struct DiskEntry
{
    enum class Kind { File, Folder, Link, Special };
    Kind kind = Kind::Special;
    bool executable = false;
    bool readable = false;
    FileIdentity identity;
};

/// What is there, without following a link at its end. Null when nothing is.
std::optional<DiskEntry> entryAt(const QByteArray &path);
/// What is there, links followed.
std::optional<DiskEntry> targetAt(const QByteArray &path);

/// The path without links in it; empty when something of it is missing or goes in a circle.
QByteArray realPath(const QByteArray &path);

/// The names in a folder, sorted by their bytes. Null when it cannot be read.
std::optional<QByteArrayList> namesIn(const QByteArray &folder);

/// The first bytes of a file that is no link; empty when it cannot be read.
QByteArray readStart(const QByteArray &path, qint64 most);

FileIdentity identityOf(const struct stat &info);

} // namespace braketeer::archive
