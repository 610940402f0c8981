#pragma once

namespace braketeer::store {

/// Transfers that are not at their end, and the parts of each that have arrived.
///
/// Sizes in bytes, `modified` in nanoseconds since 1970 (the source file's), times in milliseconds since 1970.
/// A transfer is removed when it ends, so the tables stay small.
inline constexpr const char *version2[] = {
    "CREATE TABLE transfers ("
    " id INTEGER PRIMARY KEY,"
    " upload INTEGER NOT NULL,"
    " path TEXT NOT NULL,"
    " bucket TEXT NOT NULL,"
    " object_key TEXT NOT NULL,"
    " version_id TEXT NOT NULL,"
    " region TEXT NOT NULL,"
    " endpoint TEXT NOT NULL,"
    " profile TEXT NOT NULL,"
    " size INTEGER NOT NULL,"
    " modified INTEGER NOT NULL,"
    " e_tag TEXT NOT NULL,"
    " upload_id TEXT NOT NULL,"
    " part_size INTEGER NOT NULL,"
    " overwrite INTEGER NOT NULL,"
    " requester_pays INTEGER NOT NULL,"
    " content_type TEXT NOT NULL,"
    " storage_class TEXT NOT NULL,"
    " error_message TEXT NOT NULL,"
    " created_at INTEGER NOT NULL,"
    " updated_at INTEGER NOT NULL,"
    " claim_owner TEXT NOT NULL)",

    "CREATE UNIQUE INDEX transfers_by_file ON transfers (path, object_key, bucket, upload, version_id, endpoint)",

    "CREATE TABLE transfer_parts ("
    " transfer INTEGER NOT NULL REFERENCES transfers (id) ON DELETE CASCADE,"
    " number INTEGER NOT NULL,"
    " checksum BLOB NOT NULL,"
    " e_tag TEXT NOT NULL,"
    " PRIMARY KEY (transfer, number)) WITHOUT ROWID",
};

} // namespace braketeer::store
