#pragma once

#include "archive/contents.h"
#include "archive/stop.h"
#include "archive/warnings.h"
#include "core/result.h"

#include <functional>

namespace braketeer::archive {

/// Why something of a folder does not go into its archive.
enum class IgnoreReason {
    Gitignore,          ///< a line of a `.gitignore`
    VersionControl,     ///< `.git`, `.hg`, `.svn` …
    VirtualEnvironment, ///< a folder with `pyvenv.cfg`, or a conda environment
    Cache,              ///< `__pycache__`, `.pytest_cache`, `.ipynb_checkpoints`, `node_modules` …
    Output,             ///< the archive that is being written
};

struct IgnoredPath
{
    QString path; ///< relative to the folder that is packed; a folder stands for all in it
    bool folder = false;
    IgnoreReason reason = IgnoreReason::Gitignore;
    QString rule; ///< what decided: ".gitignore:3: *.log", "pyvenv.cfg", "__pycache__"

    bool operator==(const IgnoredPath &) const = default;
};

/// Which file it was when the plan was made, so that one that changes meanwhile is noticed.
struct FileIdentity
{
    quint64 device = 0;
    quint64 inode = 0;
    qint64 size = 0;
    qint64 modifiedNs = 0; ///< since 1970
    qint64 changedNs = 0;  ///< of the inode

    bool operator==(const FileIdentity &) const = default;
};

struct PlannedFile
{
    QString path;      ///< in the archive: "project/train.py"
    QByteArray onDisk; ///< the file's own name, absolute, as the operating system has it
    bool folder = false;
    bool executable = false;
    qint64 size = 0;
    FileIdentity identity;
};

/// What would go into the archive, before anything is written.
struct PackPlan
{
    QString place;              ///< the folder or Python file that is packed, absolute
    QString root;               ///< the one folder at the top of the archive; empty for a single file
    QList<PlannedFile> files;   ///< sorted by the bytes of their paths: the order of the archive
    QList<IgnoredPath> ignored; ///< sorted by path
    qint64 totalSize = 0;       ///< bytes of all files
    Warnings warnings;          ///< what cannot be packed; an error among them stands in the way of writePack()
};

struct PackOptions
{
    PackOptions() = default;

    QString rootName;         ///< name of the top folder; empty: the folder's own
    bool useGitignore = true; ///< false: only version control, environments, caches and the output stay out
    QString output;           ///< the archive to come, so that it does not pack itself; empty: not known yet
    int mostFiles = 100'000;
};

/// Decides what of a folder, or of a single Python file, goes into an archive. Reads names and `.gitignore` files only.
///
/// Symbolic links are followed, as the Braket SDK does, when they lead to something inside the folder. One that leads
/// outside, nowhere or in a circle, a device, FIFO or socket, a name that is not UTF-8 and what cannot be read become
/// errors among the plan's warnings: without it the job would not be the same.
/// Blocks: call it on a thread of its own (flows::planPack does).
/// Fails with Usage: no such folder, too many files, nothing left to pack; with Cancelled.
core::Result<PackPlan> planPack(const QString &place, const PackOptions &options = {}, Stop stop = {});

/// The plan as if it were an archive, with the text of its Python files: for findEntryPoints() and inspect().
/// Fails with Usage: a file has gone; with Cancelled.
core::Result<ArchiveContents> contentsOf(const PackPlan &plan, Stop stop = {});

/// An archive that was written.
struct Packed
{
    QString path;      ///< absolute
    qint64 size = 0;   ///< bytes of the archive
    QByteArray sha256; ///< of the archive, 32 bytes
    qint64 unpackedSize = 0;
    int files = 0; ///< without folders
};

/// Bytes read so far and in all. Called on the thread that packs.
using PackProgress = std::function<void(qint64 done, qint64 total)>;

/// Writes the archive: a `.tar.gz` whose bytes depend on nothing but the names, bytes and executable bits of the files
/// (and on the versions of zlib and libarchive). Members sorted by their bytes; modification times 1980-01-01, the
/// first that zip tools can show too; user and group 0; modes 0644 or 0755; gzip level 9 without name and time.
///
/// Written under another name in the same folder and renamed when whole, so no half archive ever has the final name;
/// an archive that was there is replaced.
/// Blocks. Fails with Usage: the plan has an error, a file changed, vanished or cannot be read since the plan was made,
/// or the output cannot be written (the disk is full, no permission); with Cancelled.
core::Result<Packed> writePack(const PackPlan &plan, const QString &output, const PackProgress &progress = {},
                               Stop stop = {});

} // namespace braketeer::archive
