#pragma once

#include "core/result.h"
#include "core/s3uri.h"

#include <QString>

namespace braketeer::flows {

/// The longest key, in bytes of UTF-8. Source: Amazon S3 User Guide, "Naming Amazon S3 objects".
inline constexpr qsizetype mostKeyBytes = 1024;

/// Whether an object of this key can be reached. Fails with Usage and one sentence that names the key: empty, longer
/// than 1,024 bytes of UTF-8, not expressible in UTF-8, or with a segment `.` or `..`, which would be resolved on the
/// way and name something else. All else is fine: blanks, `+`, `%`, `//`, control characters, any form of Unicode.
core::Result<> checkKey(const QString &key);

/// The same for what a listing starts with: a prefix may be empty.
core::Result<> checkPrefix(const QString &prefix);

/// A key in a sentence: control characters made visible (`\n`, `\x01`), long ones cut in the middle.
QString shownKey(const QString &key);

} // namespace braketeer::flows
