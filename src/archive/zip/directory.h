#pragma once

#include "archive/contents.h"
#include "archive/source.h"

namespace braketeer::archive::zip {

/// A member as the directory at the end of a zip has it.
struct Entry
{
    ArchiveMember member;
    qint64 headerAt = 0; ///< where its local header starts
    quint16 method = 0;  ///< 0 stored, 8 deflated …
    quint32 checksum = 0;
};

struct Directory
{
    QList<Entry> entries;
    bool truncated = false; ///< the limit of members was reached
    QString damage;         ///< one translated sentence; empty when all was well
};

/// Reads the directory with two or three reads at the end of the source: that is all it takes to list a zip of any
/// size. Knows zip64, a comment behind the directory and bytes before the first member.
///
/// Names are UTF-8 where the flag says so, else what Python makes of them: CP437. The type comes from the Unix mode
/// where there is one. Overlapping members, as in archives made to fill a disk, are damage.
/// Fails with Usage: there is no directory, or it is larger than 64 MiB; or with the source's error.
/// Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.5.3; Python 3.12, zipfile.
core::Result<Directory> readDirectory(const Source &source, qsizetype mostEntries);

} // namespace braketeer::archive::zip
