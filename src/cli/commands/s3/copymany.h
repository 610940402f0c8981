#pragma once

#include "cli/commands/s3/copyrun.h"

/// `s3 cp --recursive`. Not for use outside this folder.
namespace braketeer::cli {

/// All files of a folder to `to`, as a folder.
[[nodiscard]] core::Task<> copyFolder(std::shared_ptr<CopyRun> run, QString folder, core::S3Uri to);

/// All objects below `from`, as a folder, to another place in S3 (`to`), or into the folder `path`.
[[nodiscard]] core::Task<> copyPrefix(std::shared_ptr<CopyRun> run, core::S3Uri from, std::optional<core::S3Uri> to,
                                      QString path);

} // namespace braketeer::cli
