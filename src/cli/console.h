#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace braketeer::cli {

/// Where a command reads and writes. A value of functions, so that a test can listen.
///
/// Standard output carries only the answer; everything said to a person goes to standard error.
struct Console
{
    std::function<void(const QByteArray &)> out; ///< bytes as they are, no line end added
    std::function<void(const QString &)> err;    ///< one line, the line end is added
    std::function<void(const QString &)> status; ///< a line that the next one takes the place of; empty takes it away;
                                                 ///< unset unless standard error is a terminal
    std::function<core::Result<QByteArray>()> readInput;                         ///< all of standard input, bounded
    std::function<core::Result<core::Secret>(const QString &prompt)> readSecret; ///< typed unseen, or a line of a pipe
    std::function<core::Result<QString>(const QString &prompt)> readLine;        ///< typed where it can be seen
    bool outputIsTerminal = false;
    bool inputIsTerminal = false;
};

/// The process's own streams. Reading a secret switches the terminal's echo off and on again.
Console processConsole();

} // namespace braketeer::cli
