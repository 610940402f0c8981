#pragma once

#include "cli/console.h"
#include "cli/exitcode.h"
#include "cli/globaloptions.h"
#include "core/canceltoken.h"
#include "core/task.h"
#include "flows/session.h"
#include "job/value.h"

#include <QStringList>

#include <span>

namespace braketeer::store {
class Settings;
} // namespace braketeer::store

namespace braketeer::cli {

/// What the program gives every command: streams, surroundings, and how it is told to stop.
struct Context
{
    Console console;
    flows::Surroundings surroundings;
    core::CancelToken cancel;                                   ///< cancelled by the first Ctrl+C
    std::function<std::shared_ptr<store::Settings>()> settings; ///< opened on first use
    QString sandboxProgram;                                     ///< the built-in service, which `sandbox` becomes
};

/// One call of one command.
struct Invocation
{
    Context context;
    GlobalOptions options;
    QStringList arguments; ///< after the command's name, without the global options
};

/// Gives the exit code, or the error that run() prints and translates into one.
/// A function and not a class: a command keeps nothing between calls.
using RunCommand = core::Task<int> (*)(Invocation);

struct Command
{
    const char *name;
    const char *usage; ///< what follows the name
    const char *summary;
    RunCommand run;
};

/// Chooses a session by the global options, which go before what `options` says. Fails as flows::openSession().
core::Result<std::shared_ptr<flows::Session>> openSession(const Invocation &call, flows::SessionOptions options = {});

/// Prints an answer as --output and --query ask for it. Fails with Usage for a --query that cannot be read.
core::Result<int> printAnswer(const Invocation &call, const job::Value &answer);
/// The same for the JSON text a service answered with. Fails with Network when it is no JSON.
core::Result<int> printAnswer(const Invocation &call, const QByteArray &json);

} // namespace braketeer::cli
