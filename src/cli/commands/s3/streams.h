#pragma once

#include "cli/command.h"
#include "core/s3uri.h"

/// `s3 cp` with `-` for standard input or output. Not for use outside this folder.
namespace braketeer::cli {

/// An object of what comes in, up to 32 MiB: what is longer is a file's business.
core::Task<> fromStandardInput(Invocation call, std::shared_ptr<flows::Session> session, core::S3Uri place,
                               QString contentType);

/// An object of any size, a piece at a time, all pieces of the same object.
core::Task<> toStandardOutput(Invocation call, std::shared_ptr<flows::Session> session, core::S3Uri place);

} // namespace braketeer::cli
