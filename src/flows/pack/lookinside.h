#pragma once

#include "archive/entrypoints.h"
#include "archive/look.h"
#include "archive/warnings.h"
#include "core/canceltoken.h"
#include "core/s3uri.h"
#include "core/task.h"
#include "flows/session.h"

namespace braketeer::flows {

/// An archive, and all that can be said of it without unpacking or running anything.
struct Inside
{
    Inside() = default;

    archive::ArchiveContents contents;
    archive::EntryPoints entryPoints;
    archive::Warnings warnings;
};

/// Looks inside an archive, or a single Python file, on disk. Works on a thread of its own. Fails as archive::look().
[[nodiscard]] core::Task<Inside> lookInside(QString path, core::CancelToken cancel = {});

/// The same for an object in S3: a zip by ranged reads of its end, a tar.gz from its start as far as `limits` go.
/// Fails as archive::look() and as readObject() in flows/storage/object.h.
[[nodiscard]] core::Task<Inside> lookInside(std::shared_ptr<Session> session, core::S3Uri place,
                                            archive::LookLimits limits = {}, core::CancelToken cancel = {});

} // namespace braketeer::flows
