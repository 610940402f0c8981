#pragma once

#include "cli/output/format.h"
#include "core/result.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace braketeer::cli {

/// What every command understands, wherever it stands on the line, as the AWS CLI has it.
/// Empty and nullopt mean "not given": the environment and the profile decide then.
struct GlobalOptions
{
    QString profile;
    QString region;
    QString endpointUrl;
    QString caBundle;
    std::optional<OutputFormat> output;
    QString query;                     ///< the part of JMESPath that output/query.h knows
    std::optional<int> connectTimeout; ///< seconds, 0 = none
    std::optional<int> readTimeout;    ///< seconds, 0 = none
    bool noSignRequest = false;        ///< for s3 alone: run() refuses it elsewhere
    bool debug = false;
    bool help = false;
    bool version = false;
};

struct SplitArguments
{
    GlobalOptions global;
    QStringList rest; ///< the command and its own arguments, in their order
};

/// One global option as it is written, for help texts and for telling abbreviations apart.
struct GlobalOption
{
    const char *name;  ///< "--region"
    const char *value; ///< what its value is called in the help, null for a flag
    const char *help;  ///< null: accepted for compatibility, not listed
};

std::span<const GlobalOption> globalOptions();

/// Takes the global options out of `arguments`. Fails with Usage for a missing or senseless value, and for options
/// of the AWS CLI that would weaken security (`--no-verify-ssl`): they are refused by name, not ignored.
core::Result<SplitArguments> splitGlobalOptions(const QStringList &arguments);

} // namespace braketeer::cli
