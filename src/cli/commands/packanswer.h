#pragma once

#include "flows/pack/lookinside.h"
#include "flows/pack/packfolder.h"
#include "job/value.h"

#include <optional>

namespace braketeer::cli {

/// What `pack` prints. Without `packed` nothing was written.
job::Value packAnswer(const flows::PackPreview &preview, const std::optional<archive::Packed> &packed,
                      bool withEntryPoints);

/// What `pack --list` prints.
job::Value insideAnswer(const flows::Inside &inside);

} // namespace braketeer::cli
