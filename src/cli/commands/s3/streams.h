#pragma once

#include "cli/commands/s3/copyrun.h"

/// `s3 cp` with `-` for standard input or output. Not for use outside this folder.
namespace braketeer::cli {

/// An object of what comes in, of any length. `expectedSize`: see flows::StreamUpload.
[[nodiscard]] core::Task<> fromStandardInput(std::shared_ptr<CopyRun> run, core::S3Uri place, qint64 expectedSize);

/// An object of any size, as it is; see flows::downloadStream().
[[nodiscard]] core::Task<> toStandardOutput(std::shared_ptr<CopyRun> run, core::S3Uri place);

} // namespace braketeer::cli
