#pragma once

#include "archive/entrypoints.h"
#include "archive/pack.h"
#include "core/canceltoken.h"
#include "core/task.h"

namespace braketeer::flows {

/// What a folder would become, before anything is written.
struct PackPreview
{
    PackPreview() = default;

    archive::PackPlan plan;
    archive::EntryPoints entryPoints;
    archive::Warnings warnings; ///< the plan's, and what archive::inspect() says of the archive to be
};

/// Looks through a folder, or a single Python file, and finds the entry points in it. Works on a thread of its own.
/// Fails as archive::planPack().
[[nodiscard]] core::Task<PackPreview> planPack(QString place, archive::PackOptions options,
                                               core::CancelToken cancel = {});

/// Writes the archive that was planned. Works on a thread of its own; `progress` is called on the caller's, at most
/// some tens of times a second. Fails as archive::writePack(): then nothing new stands at `output`.
[[nodiscard]] core::Task<archive::Packed> writePack(archive::PackPlan plan, QString output,
                                                    archive::PackProgress progress = {}, core::CancelToken cancel = {});

} // namespace braketeer::flows
