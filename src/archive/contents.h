#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace braketeer::archive {

/// What kind of thing a member of an archive is.
enum class MemberType { File, Folder, SymbolicLink, HardLink, Device, Fifo, Socket, Other };

/// One entry of an archive, or one file that would become one.
struct ArchiveMember
{
    QString path;       ///< as the archive has it, '/' between the parts, folders without the last one; see `rawPath`
    QByteArray rawPath; ///< the bytes of the name; differ from `path` in UTF-8 only when the name is not UTF-8
    MemberType type = MemberType::File;
    qint64 size = 0;        ///< bytes when unpacked
    qint64 packedSize = -1; ///< bytes in the archive; -1 where the format does not say (tar)
    bool executable = false;
    bool encrypted = false;
    QString target; ///< where a link leads, else empty

    /// The file's bytes: of Python sources and requirements files, as far as the limits allow; else nothing.
    std::optional<QByteArray> text;
};

/// How the script object is put together, by its first bytes and not by its name.
enum class Format {
    TarGz,
    Tar,
    Zip,
    OtherArchive, ///< readable, but nothing the container asks for: tar with bzip2, xz, …
    PythonFile,   ///< no archive: the source itself, which then is the only member
    Unknown,
};

/// What an archive holds, as far as it was looked at.
struct ArchiveContents
{
    QString name; ///< the last part of the file's name or key, for messages and for the checks of the extension
    Format format = Format::Unknown;
    QList<ArchiveMember> members; ///< in the order of the archive
    qint64 packedSize = -1;       ///< the archive's own bytes; -1 unknown
    qint64 unpackedSize = 0;      ///< sum of the members' sizes
    bool truncated = false;       ///< a limit was reached: more may follow
    QString stopped;              ///< one translated sentence: which limit; empty unless truncated
    QString damage;               ///< one translated sentence: where the archive broke off; empty when it is whole
};

} // namespace braketeer::archive
