#pragma once

#include "cli/command.h"

namespace braketeer::cli {

/// `pack PLACE -o X.tar.gz [--entry-points] [--root NAME] [--no-gitignore] [--dry-run]`: packs a folder, or a single
/// Python file, and prints `{"archive", "size", "sha256", "root", "unpackedSize", "files", "ignored", "findings"}`,
/// with `--entry-points` also `"entryPoints"` and `"others"`. `--dry-run` writes nothing: the answer lacks the first
/// three. On a terminal it shows how far it is.
///
/// `pack --list ARCHIVE|S3URI [--entry-point TEXT]`: looks inside instead: `{"name", "format", "size", "unpackedSize",
/// "complete", "files", "entryPoints", "others", "findings"}`, and ends with 1 when a finding is an error.
core::Task<int> pack(Invocation call);

} // namespace braketeer::cli
