#pragma once

#include "core/result.h"
#include "core/s3uri.h"

#include <QString>

namespace braketeer::flows {

/// Where an object goes when the prefix it is listed below becomes a folder: `key` less `prefix`, below `folder`.
///
/// Fails with Usage when no file can have that name: a part that is empty, `.` or `..` (it would lead out of the folder
/// or onto another file), longer than 255 bytes, or with a zero byte.
core::Result<QString> fileBelow(const QString &folder, const QString &prefix, const QString &key);

/// The last part of a key or path: "a/b/c" is "c", "a/b/" is "".
QString lastName(const QString &path);

/// `place` as a folder: with a '/' at the end of its key, unless that is empty.
core::S3Uri asFolder(core::S3Uri place);

} // namespace braketeer::flows
