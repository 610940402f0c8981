#pragma once

#include "core/secret.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace braketeer::aws {

/// Keys that sign a request, and where they came from.
///
/// `source` is for people and for core::Error::identity: "environment", "profile research", "keychain work". It never
/// holds a key. `accountId` is what the source itself states (`aws_account_id` of a profile); empty where it states
/// none.
struct Credentials
{
    QString accessKeyId;
    core::Secret secretAccessKey;
    core::Secret sessionToken;       ///< empty for long-lived keys
    std::optional<QDateTime> expiry; ///< UTC; none: not known to expire
    QString accountId;
    QString source;
};

} // namespace braketeer::aws
