#pragma once

#include "cli/arguments.h"
#include "cli/command.h"
#include "core/s3uri.h"
#include "flows/storage/namefilter.h"

/// What the commands of S3 share. Not for use outside this folder.
namespace braketeer::cli {

/// `s3://bucket/key` with the key as it stands, or `bucket/key` as the AWS CLI takes it too; also what can be pasted
/// (https:// addresses and ARNs). Fails with Usage.
core::Result<core::S3Uri> readPlace(const QString &text);

/// A session that asks S3 as --no-sign-request and --request-payer say.
core::Result<std::shared_ptr<flows::Session>> openStorage(const Invocation &call,
                                                          const exchange::ParsedArguments &arguments);

/// A whole number of at least `least`; `otherwise` where the option is not there. Fails with Usage.
core::Result<qint64> readNumber(const exchange::ParsedArguments &arguments, const QString &name, qint64 least,
                                qint64 most, qint64 otherwise);

/// The same error, where nothing was signed because nobody wanted that: what to do about a refusal is another thing
/// then.
core::Error unsignedOnPurpose(core::Error error);

/// --include and --exclude, in their order.
flows::NameFilter readFilter(const exchange::ParsedArguments &arguments);

} // namespace braketeer::cli
