#pragma once

#include "cli/arguments.h"
#include "cli/command.h"
#include "core/s3uri.h"

/// What the commands of S3 share. Not for use outside this folder.
namespace braketeer::cli {

/// `s3://bucket/key` with the key as it stands, or `bucket/key` as the AWS CLI takes it too; also what can be pasted
/// (https:// addresses and ARNs). Fails with Usage.
core::Result<core::S3Uri> readPlace(const QString &text);

/// Rules of the options that all of these commands take: --no-sign-request and --request-payer.
QList<OptionRule> withAccessRules(QList<OptionRule> rules);

/// A session that asks S3 as those options say.
core::Result<std::shared_ptr<flows::Session>> openStorage(const Invocation &call,
                                                          const exchange::ParsedArguments &arguments);

/// A whole number of at least `least`; `otherwise` where the option is not there. Fails with Usage.
core::Result<int> readNumber(const exchange::ParsedArguments &arguments, const QString &name, int least, int most,
                             int otherwise);

} // namespace braketeer::cli
