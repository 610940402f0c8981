#pragma once

#include "core/result.h"
#include "exchange/commandline/parsearguments.h"
#include "exchange/filereader.h"
#include "exchange/skeleton/skeleton.h"
#include "job/jobspec.h"

#include <QStringList>

#include <optional>

namespace braketeer::exchange {

/// What the arguments of `create-job` ask for.
struct CreateJobArguments
{
    job::JobSpec spec;                    ///< without a client token unless one was given
    std::optional<SkeletonKind> skeleton; ///< print this instead of creating a job; Output only when `spec` is valid
    QStringList repeatedKeys;             ///< JSON members that came twice: the last counts, a warning is due
    ParsedArguments own;                  ///< the options of `ownOptions`
};

/// Reads the arguments after `create-job` as `aws braket create-job` does: an option for each top-level member
/// of the schema, `--cli-input-json` and `--cli-input-yaml` (whose members other options replace whole),
/// `--generate-cli-skeleton [input|yaml-input|output]`. Required options are demanded unless one of these three stands
/// there as an argument of its own.
///
/// Global options (--region …) must be taken out before: run parseArguments() with their rules and pass its `rest`.
/// `ownOptions` are those that only Braketeer's command has (--dry-run …).
///
/// Fails (Kind::Usage) with the option named. The document is not validated: see cliValidation() and job::check().
core::Result<CreateJobArguments> parseCreateJobArguments(const QStringList &arguments, const FileReader &readFile,
                                                         const QList<OptionRule> &ownOptions = {});

} // namespace braketeer::exchange
