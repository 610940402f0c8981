#pragma once

#include "aws/bulk/file.h"
#include "core/result.h"

#include <QString>

namespace braketeer::flows {

/// "/data/.results.csv.braketeer-part" for "/data/results.csv": where a download grows. The same each time, so that a
/// later run finds it; shortened where the file system would not take a name of that length.
QString partialName(const QString &path);

/// Gives a complete file its final name, on the disk, in one step. Without `overwrite` it fails with Usage when the
/// name is taken by now. Fails with Store.
core::Result<> publish(const aws::BulkFile &file, const QString &path, bool overwrite);

/// "%1 exists already."
core::Error alreadyThere(const QString &path);

} // namespace braketeer::flows
