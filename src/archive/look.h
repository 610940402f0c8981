#pragma once

#include "archive/contents.h"
#include "archive/source.h"
#include "archive/stop.h"

namespace braketeer::archive {

/// How far an archive is looked at. Against archives that are made to be large when unpacked, as much as against
/// patience: what is beyond them is not read, and ArchiveContents::stopped says so.
struct LookLimits
{
    qint64 packedBytes = 256LL << 20; ///< read from the source (tar: from its start)
    qint64 unpackedBytes = 4LL << 30; ///< a tar's members, unpacked in passing
    int members = 100'000;
    int ratio = 200;                  ///< unpacked to packed, judged after the first 16 MiB
    qsizetype nameBytes = 4096;       ///< of one member's name
    qsizetype textBytes = 1 << 20;    ///< of one Python file or requirements.txt
    qint64 allTextBytes = 32LL << 20; ///< of all of them
};

/// Looks inside an archive: a zip by its central directory at the end (and the Python files in it), a tar from its
/// start. Blocks: call it on a thread of its own (flows::lookInside does).
///
/// A damaged archive gives what could be read, and `damage`. Fails with Usage: neither an archive nor Python text, or
/// the source cannot be read; with Cancelled.
/// Loads the plugin for everything but a plain Python file (see tools.h).
core::Result<ArchiveContents> look(Source source, const LookLimits &limits = {}, Stop stop = {});

} // namespace braketeer::archive
