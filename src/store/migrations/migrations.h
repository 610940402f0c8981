#pragma once

#include "store/database/connection.h"

#include <span>

namespace braketeer::store {

/// One step forward of the history's shape: what leads from `version - 1` to `version`.
///
/// A step that has been released is never edited: a new one is added at the end. Data is kept, always.
struct Migration
{
    int version;
    std::span<const char *const> statements;
};

/// All steps, oldest first; a new file walks them all.
std::span<const Migration> migrations();

/// The version that this program writes: that of the last step.
int currentVersion();

/// Walks from the file's `PRAGMA user_version` to `target`, all in one transaction. Fails with Store, and then nothing
/// has changed.
core::Result<> migrate(Connection &connection, int target = currentVersion());

} // namespace braketeer::store
