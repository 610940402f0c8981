#pragma once

#include "archive/contents.h"

namespace braketeer::archive {

/// Something a job can be started with.
struct EntryPoint
{
    /// Why it is one; the better ones first.
    enum class Reason {
        MainGuard,    ///< the module has `if __name__ == "__main__"`
        MainModule,   ///< `__main__.py`: the package itself can be run
        MainFunction, ///< a function called main, run, train … in a module that does nothing by itself
        Script,       ///< the module does something when run
        Function,     ///< any other function at the top level
        Definitions,  ///< the module only defines things: running it does nothing
    };

    QString text;     ///< what goes into scriptModeConfig.entryPoint: "package.module" or "package.module:function"
    QString module;   ///< "package.module"
    QString function; ///< empty for a module that is run as a whole
    QString path;     ///< the member that holds it
    int line = 0;     ///< where the function starts, from 1; 0 for a module
    Reason reason = Reason::Script;

    bool operator==(const EntryPoint &) const = default;
};

/// A Python file that cannot be named by an entry point, or is not worth naming.
struct NoEntryPoint
{
    QString path;
    QString why; ///< one translated sentence

    bool operator==(const NoEntryPoint &) const = default;
};

struct EntryPoints
{
    QList<EntryPoint> candidates; ///< the likeliest first
    QList<NoEntryPoint> others;   ///< in the order of their paths
};

/// Every entry point the Python files of an archive offer. Nothing is run or imported: the sources are read by a
/// tokenizer, so a function that only running would define is not seen. Pure; any thread.
///
/// Paths count from the top of the archive, as the container unpacks it: `project/train.py` is "project.train".
/// Source: amazon-braket-containers, src/braket_container.py.
EntryPoints findEntryPoints(const ArchiveContents &contents);

/// One translated sentence about a candidate: "runs when started (if __name__ == "__main__")".
QString describe(const EntryPoint &entryPoint);

} // namespace braketeer::archive
