#pragma once

#include "cli/outputstream.h"
#include "core/canceltoken.h"
#include "core/secret.h"
#include "core/task.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace braketeer::cli {

/// Where a command reads and writes. A value of functions, so that a test can listen.
///
/// Standard output carries only the answer; everything said to a person goes to standard error.
struct Console
{
    OutputStream out;
    std::function<void(const QString &)> err;    ///< one line, the line end is added
    std::function<void(const QString &)> status; ///< a line that the next one takes the place of; empty takes it away;
                                                 ///< unset unless standard error is a terminal
    std::function<core::Result<QByteArray>()> readInput; ///< all of standard input, bounded
    /// The next bytes of it, at most so many; empty at its end.
    std::function<core::Task<QByteArray>(qint64 most, core::CancelToken)> readPiece;
    std::function<core::Result<core::Secret>(const QString &prompt)> readSecret; ///< typed unseen, or a line of a pipe
    std::function<core::Result<QString>(const QString &prompt)> readLine;        ///< typed where it can be seen
    bool outputIsTerminal = false;
    bool inputIsTerminal = false;
};

/// Standard streams that the process was started without are taken up, or the first file that it opens would become
/// one: a database that gets what is printed. To be called before anything is opened.
void holdStandardStreams();

/// The process's own streams. Reading a secret switches the terminal's echo off and on again.
Console processConsole();

} // namespace braketeer::cli
