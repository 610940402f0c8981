#pragma once

#include "archive/contents.h"
#include "core/result.h"

#include <QtPlugin>

#include <functional>
#include <memory>

namespace braketeer::archive {

/// A member to write: a file or a folder.
struct NewMember
{
    QByteArray path; ///< UTF-8, folders without the last '/'
    bool folder = false;
    bool executable = false;
    qint64 size = 0;
    qint64 modified = 0; ///< seconds since 1970, UTC
};

/// A tar.gz in the making. Members in the order they are given, owned by user and group 0, with nothing in the bytes
/// that does not come from the members.
class ArchiveWriter
{
public:
    virtual ~ArchiveWriter() = default;
    virtual core::Result<> add(const NewMember &member) = 0;
    /// Bytes of the member that was added last; all of them, in any number of calls.
    virtual core::Result<> write(QByteArrayView bytes) = 0;
    virtual core::Result<> finish() = 0;
};

/// What a reader does next.
enum class Next { GoOn, End };

/// What the reader calls while it goes through an archive.
struct Visitor
{
    /// The next bytes of the archive, empty at its end; an error ends the reading.
    std::function<core::Result<QByteArray>()> pull;
    std::function<Next(ArchiveMember)> member;
    /// Bytes of the member that was told last. All members' bytes come by, so that they can be counted.
    std::function<Next(QByteArrayView)> bytes;
};

/// What the plugin `libbraketeer_archive` offers, made with libarchive. Program and plugin are built together; there is
/// no promise between versions. Any thread; nothing is shared between calls.
class ArchiveTools
{
public:
    virtual ~ArchiveTools() = default;
    /// Reads the members one after the other: of a tar (plain, or compressed with gzip, bzip2 or xz), or of a zip
    /// (Format::Zip) without looking at its directory.
    /// Fails with Usage where the archive is damaged, in libarchive's words; or with the error of `pull`.
    virtual core::Result<> read(Format format, const Visitor &visitor) const = 0;
    /// `sink` gets the bytes of the archive; its error ends the writing.
    virtual core::Result<std::unique_ptr<ArchiveWriter>> write(
        std::function<core::Result<>(QByteArrayView)> sink) const = 0;
};

/// The plugin, loaded on first use and kept until the program ends: libarchive brings half a dozen libraries along.
/// Looked for beside the program, then in `lib/braketeer` next to the program's folder, as it is installed and built.
/// Fails with Usage: it is not there, or cannot be loaded. Any thread.
core::Result<const ArchiveTools *> loadTools();

} // namespace braketeer::archive

Q_DECLARE_INTERFACE(braketeer::archive::ArchiveTools, "braketeer.ArchiveTools/1")
