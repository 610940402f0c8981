#pragma once

namespace braketeer::store {

/// The first shape: submissions in narrow rows, so that a list reads little; their documents beside them.
///
/// Times are milliseconds since 1970 in UTC, NULL where not known. The id is the order of age: lists page by it.
/// No condition says IN (…): SQLite keeps a table of 85 KiB for each, in every statement that writes.
inline constexpr const char *version1[] = {
    "CREATE TABLE submissions ("
    " id INTEGER PRIMARY KEY,"
    " client_token TEXT NOT NULL,"
    " job_name TEXT NOT NULL,"
    " device TEXT NOT NULL,"
    " region TEXT NOT NULL,"
    " endpoint TEXT NOT NULL,"
    " account TEXT NOT NULL,"
    " identity TEXT NOT NULL,"
    " profile TEXT NOT NULL,"
    " state TEXT NOT NULL CHECK (state = 'prepared' OR state = 'sent' OR state = 'unknown' OR"
    "  state = 'accepted' OR state = 'refused'),"
    " created_at INTEGER NOT NULL,"
    " first_sent_at INTEGER,"
    " updated_at INTEGER NOT NULL,"
    " attempts INTEGER NOT NULL,"
    " job_arn TEXT NOT NULL DEFAULT '',"
    " error_code TEXT NOT NULL DEFAULT '',"
    " error_message TEXT NOT NULL DEFAULT '',"
    " request_id TEXT NOT NULL DEFAULT '',"
    " status TEXT NOT NULL DEFAULT '',"
    " job_created_at INTEGER,"
    " started_at INTEGER,"
    " ended_at INTEGER,"
    " failure_reason TEXT NOT NULL DEFAULT '',"
    " note TEXT NOT NULL DEFAULT '',"
    " claim_owner TEXT NOT NULL DEFAULT '',"
    " claim_until INTEGER NOT NULL DEFAULT 0)",

    "CREATE TABLE requests ("
    " submission INTEGER PRIMARY KEY REFERENCES submissions (id) ON DELETE CASCADE,"
    " body BLOB NOT NULL)",

    "CREATE TABLE answers ("
    " submission INTEGER PRIMARY KEY REFERENCES submissions (id) ON DELETE CASCADE,"
    " body BLOB NOT NULL)",

    "CREATE INDEX submissions_open ON submissions (id) WHERE state <> 'accepted' AND state <> 'refused'",
    "CREATE INDEX submissions_unfinished ON submissions (id)"
    " WHERE state = 'accepted' AND status <> 'COMPLETED' AND status <> 'FAILED' AND status <> 'CANCELLED'",
    "CREATE INDEX submissions_by_arn ON submissions (job_arn) WHERE job_arn <> ''",
};

} // namespace braketeer::store
