#pragma once

#include "job/value.h"

#include <QString>

namespace braketeer::cli {

/// A table for people: a list of maps as rows under the names of their members, one map as a name and a value a row.
/// Nested values stand in their cell as compact JSON. Control characters are shown as escapes, so that a hostile name
/// cannot move the cursor.
QString formatTable(const job::Value &value);

} // namespace braketeer::cli
