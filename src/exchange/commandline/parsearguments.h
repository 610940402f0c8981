#pragma once

#include "core/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace braketeer::exchange {

/// An option of a command line, as Python's argparse (which the AWS CLI stands on) understands it.
struct OptionRule
{
    enum class Takes {
        Nothing, ///< a switch
        One,     ///< exactly one argument
        Perhaps, ///< one or none: then `withoutArgument`
        Any,     ///< all arguments up to the next option
    };

    QString name; ///< "--job-name"
    Takes takes = Takes::One;
    bool required = false;
    QStringList choices = {};     ///< the arguments it accepts; empty: any
    QString withoutArgument = {}; ///< of Takes::Perhaps
};

/// What was found on a command line.
struct ParsedArguments
{
    QHash<QString, QStringList> options;      ///< by full name; of a repeated option the last counts
    QStringList rest;                         ///< what belongs to no option, in its order
    QList<QPair<QString, QStringList>> given; ///< the options as they stand, in their order, repeated ones too

    bool has(const QString &name) const { return options.contains(name); }

    /// The only or first argument, empty where there is none.
    QString value(const QString &name) const { return options.value(name).value(0); }
};

/// Sorts a command line by the rules: `--option value`, `--option=value`, options shortened as far as they stay
/// unambiguous, `--` before arguments that are no options, an argument that begins with a hyphen only as
/// `--option=-value`. Unknown options and their arguments land in `rest`, so that a second pass with other rules can
/// read them. Fails (Kind::Usage) for an ambiguous option, a missing or surplus argument, one that is no choice, and a
/// missing required option.
core::Result<ParsedArguments> parseArguments(const QList<OptionRule> &rules, const QStringList &arguments);

} // namespace braketeer::exchange
