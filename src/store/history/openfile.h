#pragma once

#include "store/database/connection.h"

#include <QString>

namespace braketeer::store {

/// How a history file was found.
struct OpenedFile
{
    enum class Condition { Sound, Newer, Damaged };
    Condition condition = Condition::Sound;
    QString keptAside; ///< Damaged: where the file is now
};

/// Opens the history at `path` with `connection`: makes it (0600, write-ahead log), migrates it, opens a newer one for
/// reading only, keeps a damaged one aside and leaves the connection closed then. A file that is there and current
/// costs one read.
/// Fails with Store: no place for it, no right to it, a file that is some other program's database.
core::Result<OpenedFile> openHistoryFile(Connection &connection, const QString &path);

/// Closes the connection and renames the file, its log with it. Gives the new name; empty when the file is sound after
/// all, or gone: another process found the damage too, and was faster.
core::Result<QString> keepAside(Connection &connection, const QString &path);

} // namespace braketeer::store
