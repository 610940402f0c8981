#pragma once

#include "cli/arguments.h"

#include <span>

/// What the commands of S3 take. Not for use outside this folder and the help.
namespace braketeer::cli {

/// An option of the AWS CLI's, as it is written and what it is for.
struct S3Option
{
    const char *name;  ///< "--page-size"
    const char *value; ///< what its value is called in the help; null: a switch
    const char *help;
};

/// Who takes it.
enum class S3Verb { Ls = 1, Cp = 2, Rm = 4, Mb = 8, Presign = 16 };
Q_DECLARE_FLAGS(S3Verbs, S3Verb)
Q_DECLARE_OPERATORS_FOR_FLAGS(S3Verbs)

/// In the order of the help, with those that every one takes at the end.
QList<S3Option> s3Options(S3Verb verb);

/// The same as rules for readArguments().
QList<OptionRule> s3Rules(S3Verb verb);

} // namespace braketeer::cli
